import { field } from '../records/field.ts';
import type { VendorTable } from '../vendor.ts';

interface NetsuiteTable extends VendorTable {
  /** SELECT … FROM … WHERE …, to which the key's condition and order are added. */
  query: string;
  keyExpression: string;
  /** The key as replies call it. */
  keyColumn: string;
}

/** Fields that a customer made begin so, by what they stand on; people know them without it. */
const CUSTOM = /^cust(?:entity|col|body)?_/u;
const AS_TEXT = "'YYYY-MM-DD HH24:MI:SS'";

/** What is read of NetSuite: standard fields by name, the rest of each line (custom columns) as it comes. */
export const NETSUITE_TABLES: readonly NetsuiteTable[] = [
  {
    path: 'transactionline',
    name: 'expense',
    key: ['id'],
    incremental: 'last_modified',
    count: null,
    sparse: true,
    customAt: [{ at: [], only: CUSTOM, prefix: '' }],
    keyExpression: 'tl.uniquekey',
    keyColumn: 'uniquekey',
    query: `SELECT tl.*, t.tranid, t.type, TO_CHAR(t.trandate, 'YYYY-MM-DD') AS trandate, TO_CHAR(t.lastmodifieddate, ${AS_TEXT}) AS lastmodifieddate, \
BUILTIN.DF(t.entity) AS vendor, BUILTIN.DF(tl.department) AS department_name, BUILTIN.DF(tl.expenseaccount) AS account_name, BUILTIN.DF(t.status) AS status_name \
FROM transactionline tl INNER JOIN transaction t ON t.id = tl.transaction WHERE t.type IN ('VendBill', 'VendCred', 'Journal', 'ExpRept') AND tl.mainline = 'F' AND tl.expenseaccount IS NOT NULL`,
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
    incremental: null,
    count: null,
    sparse: true,
    customAt: [{ at: [], only: CUSTOM, prefix: '' }],
    keyExpression: 'v.id',
    keyColumn: 'id',
    query: `SELECT v.*, BUILTIN.DF(v.category) AS category_name, TO_CHAR(v.lastmodifieddate, ${AS_TEXT}) AS lastmodifieddate FROM vendor v WHERE 1 = 1`,
    fields: [
      field('id', 'INTEGER'),
      field('name', 'TEXT', { at: 'entityid' }),
      field('company_name', 'TEXT', { at: 'companyname' }),
      field('category', 'TEXT', { at: 'category_name' }),
      field('last_modified', 'DATETIME', { at: 'lastmodifieddate' }),
    ],
  },
];

/** @throws Error for a table that is none of these */
export function tableAt(path: string): NetsuiteTable {
  const table = NETSUITE_TABLES.find((one) => one.path === path);
  if (table === undefined) throw new Error(`there is no NetSuite table ${path}`);
  return table;
}

/** The SuiteQL for what comes after a key and has changed since a moment. Both are numbers and dates, never a person's text. */
export function querySince(path: string, key: number | null, since: string | null): string {
  const table = tableAt(path);
  const after = key === null ? '' : ` AND ${table.keyExpression} > ${Math.trunc(key)}`;
  const changed = since === null ? '' : ` AND t.lastmodifieddate >= TO_DATE('${since.replaceAll(/[^\d: -]/g, '')}', ${AS_TEXT})`;
  return `${table.query}${after}${changed} ORDER BY ${table.keyExpression}`;
}
