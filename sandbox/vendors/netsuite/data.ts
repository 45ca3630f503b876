import { addDays, isoDay } from '../../company/calendar.ts';
import type { Company } from '../../company/company.ts';
import { DEPARTMENTS } from '../../company/costs.ts';
import { nameAt } from '../from-name.ts';
import type { Derived, Tables } from '../records.ts';
import type { Row } from '../tables.ts';

const OPENED = new Date(Date.UTC(2020, 0, 6));
const CUSTOMER = 2_001;
const EMPLOYEE = 801;
const ACCOUNTS = ['Cloud hosting', 'Software', 'Advertising', 'Events', 'Travel', 'Contractors', 'Professional services', 'Recruiting', 'Rent', 'Salaries'] as const; // prettier-ignore
const place = (list: readonly string[], name: string | null): number | null => (name === null ? null : list.indexOf(name) + 1);
const noon = (at: Date): Date => new Date(at.getTime() + 12 * 3_600_000);
const kept = (row: Row, created: Date, updated: Date = created): Derived => ({ id: String(row['uniquekey'] ?? row['id']), created, updated, data: row }); // prettier-ignore

/** The company's books: bills and journals with their lines, and those they are about. `df_` columns are what BUILTIN.DF shows. */
export function netsuiteTables(company: Company): Tables {
  const { costs, vendors, people, accounts, subscriptions, seed, begun } = company;
  const names = vendors.map(({ name }) => name);
  const buyers = new Set(subscriptions.map(({ account }) => account));
  return {
    transactionline: costs.map((one) =>
      kept({
        uniquekey: one.index + 1, transaction: one.index + 100_001, linesequencenumber: 1, mainline: 'F', department: place(DEPARTMENTS, one.department), df_department: one.department,
        expenseaccount: place(ACCOUNTS, one.account), df_expenseaccount: one.account, netamount: one.amount, memo: one.memo, custcol_budget_amount: one.budget,
      }, noon(one.date))), // prettier-ignore
    transaction: costs.map((one) =>
      kept({
        id: one.index + 100_001, tranid: `${one.kind === 'Journal' ? 'JE' : 'BILL'}${one.index + 5_001}`, type: one.kind, trandate: isoDay(one.date), entity: place(names, one.vendor), df_entity: one.vendor,
        status: one.status, df_status: one.status,
      }, noon(one.date))), // prettier-ignore
    vendor: vendors.map((one) => kept({ id: one.index + 501, entityid: one.name, companyname: one.name, category: one.index, df_category: one.category, isinactive: 'F', custentity_it_approved: one.approved ? 'T' : 'F' }, OPENED, addDays(begun, -one.index))), // prettier-ignore
    customer: accounts.filter(({ index, kind }) => kind === 'REAL' && buyers.has(index)).map((one) =>
      kept({ id: CUSTOMER + one.index, entityid: `CUST${one.index + 1}`, companyname: nameAt(`${seed}:books`, 'BILLING', one.index, one.name), email: `ap@${one.name.domain}`, isinactive: 'F', datecreated: isoDay(one.since), custentity_segment: one.segment }, one.since)), // prettier-ignore
    employee: people.map((one) => kept({ id: EMPLOYEE + one.index, entityid: `${one.first} ${one.last}`, firstname: one.first, lastname: one.last, email: one.email, title: one.title, department: place(DEPARTMENTS, one.department), isinactive: one.active ? 'F' : 'T', hiredate: isoDay(one.since) }, one.since)), // prettier-ignore
    department: DEPARTMENTS.map((name, n) => kept({ id: n + 1, name, isinactive: 'F' }, addDays(OPENED, n))),
    account: ACCOUNTS.map((name, n) => kept({ id: n + 1, acctnumber: String(6_000 + n * 100), accountsearchdisplayname: name, accttype: 'Expense', isinactive: 'F' }, addDays(OPENED, n))), // prettier-ignore
  };
}
