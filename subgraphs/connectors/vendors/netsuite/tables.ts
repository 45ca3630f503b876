import { field } from '../records/field.ts';
import type { VendorTable } from '../vendor.ts';

interface NetsuiteTable extends VendorTable {
  /** SELECT … FROM … WHERE …, to which the key's condition and order are added. */
  query: string;
  keyExpression: string;
}

const AS_TEXT = "'YYYY-MM-DD HH24:MI:SS'";

/** What is read of NetSuite: standard fields by name, the rest of each line (custom columns) as it comes. */
export const NETSUITE_TABLES: readonly NetsuiteTable[] = [
  {
    path: 'transactionline',
    name: 'expense',
    key: ['uniquekey'],
    incremental: 'lastmodifieddate',
    count: null,
    customAt: [{ at: [], only: 'cust', prefix: '' }],
    keyExpression: 'tl.uniquekey',
    query: `SELECT tl.*, t.tranid, t.type, TO_CHAR(t.trandate, 'YYYY-MM-DD') AS trandate, TO_CHAR(t.lastmodifieddate, ${AS_TEXT}) AS lastmodifieddate, \
BUILTIN.DF(t.entity) AS vendor, BUILTIN.DF(tl.department) AS department_name, BUILTIN.DF(tl.expenseaccount) AS account_name, BUILTIN.DF(t.status) AS status_name \
FROM transactionline tl INNER JOIN transaction t ON t.id = tl.transaction WHERE t.type IN ('VendBill', 'VendCred', 'Journal', 'ExpRept') AND tl.mainline = 'F' AND tl.expenseaccount IS NOT NULL`,
    fields: [
      field('uniquekey', 'INTEGER'),
      field('tranid', 'TEXT', { description: 'Number of the bill or journal.' }),
      field('type', 'TEXT', { description: 'Kind of transaction.' }),
      field('trandate', 'DATE', { description: 'Date of the transaction.' }),
      field('vendor', 'TEXT', { description: 'Who is paid.' }),
      field('department_name', 'TEXT', { description: 'Who pays for it within the company.' }),
      field('account_name', 'TEXT', { description: 'Expense account: what it is for.' }),
      field('netamount', 'MONEY', { description: 'Amount of the line without tax.' }),
      field('status_name', 'TEXT'),
      field('memo', 'TEXT'),
      field('lastmodifieddate', 'DATETIME'),
    ],
  },
  {
    path: 'vendor',
    name: 'vendor',
    key: ['id'],
    incremental: null,
    count: null,
    customAt: [{ at: [], only: 'cust', prefix: '' }],
    keyExpression: 'v.id',
    query: `SELECT v.*, BUILTIN.DF(v.category) AS category_name, TO_CHAR(v.lastmodifieddate, ${AS_TEXT}) AS lastmodifieddate FROM vendor v WHERE 1 = 1`,
    fields: [
      field('id', 'INTEGER'),
      field('entityid', 'TEXT'),
      field('companyname', 'TEXT'),
      field('category_name', 'TEXT'),
      field('lastmodifieddate', 'DATETIME'),
    ],
  },
];

/** The SuiteQL for what comes after a key and has changed since a moment. Both are numbers and dates, never a person's text. */
export function querySince(path: string, key: number | null, since: string | null): string {
  const table = NETSUITE_TABLES.find((one) => one.path === path);
  if (table === undefined) throw new Error(`there is no NetSuite table ${path}`);
  const after = key === null ? '' : ` AND ${table.keyExpression} > ${Math.trunc(key)}`;
  const changed = since === null ? '' : ` AND t.lastmodifieddate >= TO_DATE('${since.replaceAll(/[^\d: -]/g, '')}', ${AS_TEXT})`;
  return `${table.query}${after}${changed} ORDER BY ${table.keyExpression}`;
}
