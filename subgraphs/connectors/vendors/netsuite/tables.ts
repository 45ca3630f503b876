import { field } from '../records/field.ts';
import type { CatalogueTable } from './records.ts';
import { AS_TEXT } from './suiteql.ts';

/** Fields that a customer made begin so, by what they stand on; people know them without it. */
const CUSTOM = /^cust(?:entity|col|body)?_/u;

/** What is read of NetSuite whatever its catalogue tells: standard fields by name, the rest of each line (custom columns) as it comes. */
export const NETSUITE_TABLES: readonly CatalogueTable[] = [
  {
    path: 'transactionline',
    name: 'expense',
    key: ['id'],
    incremental: 'last_modified',
    count: null,
    sparse: true,
    customAt: [{ at: [], only: CUSTOM, prefix: '' }],
    plan: {
      key: 'tl.uniquekey',
      keyColumn: 'uniquekey',
      stamp: 't.lastmodifieddate',
      select: `SELECT tl.*, t.tranid, t.type, TO_CHAR(t.trandate, 'YYYY-MM-DD') AS trandate, TO_CHAR(t.lastmodifieddate, ${AS_TEXT}) AS lastmodifieddate, \
BUILTIN.DF(t.entity) AS vendor, BUILTIN.DF(tl.department) AS department_name, BUILTIN.DF(tl.expenseaccount) AS account_name, BUILTIN.DF(t.status) AS status_name \
FROM transactionline tl INNER JOIN transaction t ON t.id = tl.transaction WHERE t.type IN ('VendBill', 'VendCred', 'Journal', 'ExpRept') AND tl.mainline = 'F' AND tl.expenseaccount IS NOT NULL`,
    },
    fields: [
      field('id', 'INTEGER', { at: 'uniquekey' }),
      field('number', 'TEXT', { at: 'tranid', description: 'Number of the bill or journal.' }),
      field('transaction_type', 'TEXT', { at: 'type', description: 'Kind of transaction.' }),
      field('date', 'DATE', { at: 'trandate', description: 'Date of the transaction.' }),
      field('vendor', 'TEXT', { description: 'Who is paid.' }),
      field('department', 'TEXT', { at: 'department_name', description: 'Who pays for it within the company.' }),
      field('expense_account', 'TEXT', { at: 'account_name', description: 'Account of the ledger: what it is for.' }),
      field('amount', 'MONEY', { at: 'netamount', description: 'Amount of the line without tax.' }),
      field('status', 'TEXT', { at: 'status_name' }),
      field('memo', 'TEXT'),
      field('last_modified', 'DATETIME', { at: 'lastmodifieddate' }),
    ],
  },
  {
    path: 'vendor',
    name: 'vendor',
    key: ['id'],
    incremental: 'last_modified',
    count: null,
    sparse: true,
    customAt: [{ at: [], only: CUSTOM, prefix: '' }],
    plan: {
      key: 'v.id',
      keyColumn: 'id',
      stamp: 'v.lastmodifieddate',
      select: `SELECT v.*, BUILTIN.DF(v.category) AS category_name, TO_CHAR(v.lastmodifieddate, ${AS_TEXT}) AS lastmodifieddate FROM vendor v WHERE 1 = 1`,
    },
    fields: [
      field('id', 'INTEGER'),
      field('name', 'TEXT', { at: 'entityid' }),
      field('company_name', 'TEXT', { at: 'companyname' }),
      field('category', 'TEXT', { at: 'category_name' }),
      field('last_modified', 'DATETIME', { at: 'lastmodifieddate' }),
    ],
  },
];
