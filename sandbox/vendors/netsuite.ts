import { z } from 'zod';
import type { Company } from '../company/company.ts';
import { isoDay } from '../company/calendar.ts';
import { type SandboxVendor, type VendorReply, ok, tokenOf } from '../http/reply.ts';
import { type Row, openTables } from './tables.ts';

const DEFAULT_LIMIT = 1_000;
const MAX_LIMIT = 1_000;
const SUITEQL = '/services/rest/query/v1/suiteql';
const bodySchema = z.object({ q: z.string() });

/** NetSuite's SuiteQL over REST: `POST suiteql?limit&offset` with `Prefer: transient`, on transactions, their lines and vendors. */
export function netsuiteVendor(company: Company, token: string): SandboxVendor {
  const { lines, transactions, vendors } = tablesOf(company);
  const tables = openTables({ transaction: transactions, transactionline: lines, vendor: vendors });
  return {
    name: 'netsuite',
    refuse: (request) => (tokenOf(request) === token ? null : problem(401, 'Unauthorized', 'INVALID_LOGIN', 'Invalid login attempt.')),
    tooMany: (seconds) => ({ ...problem(429, 'Too Many Requests', 'CONCURRENCY_LIMIT_EXCEEDED', 'Concurrent request limit exceeded.'), headers: { 'retry-after': String(seconds) } }), // prettier-ignore
    handle({ path, method, headers, query, body, base }) {
      if (path !== SUITEQL || method !== 'POST') return problem(404, 'Not Found', 'NONEXISTENT_ENDPOINT', 'The endpoint does not exist.');
      if (headers['prefer'] !== 'transient') return problem(400, 'Bad Request', 'INVALID_HEADER', 'The required request header "Prefer" is missing or has an incorrect value: transient.'); // prettier-ignore
      const limit = Math.min(MAX_LIMIT, Number(query.get('limit') ?? DEFAULT_LIMIT));
      const offset = Number(query.get('offset') ?? 0);
      if (offset % limit !== 0) return problem(400, 'Bad Request', 'INVALID_PARAMETER', 'The offset must be divisible by the limit.');
      let rows: Row[];
      try {
        const sql = inSqlite(bodySchema.parse(JSON.parse(body)).q);
        rows = tables.prepare(sql).all() as Row[];
      } catch {
        return problem(400, 'Bad Request', 'INVALID_PARAMETER', 'Invalid search query. Detailed unprocessed description follows.');
      }
      const items = rows.slice(offset, offset + limit).map((row) => ({ links: [], ...withoutNulls(row) }));
      const hasMore = offset + limit < rows.length;
      const link = (rel: string, at: number): object => ({ rel, href: `${base}${SUITEQL}?limit=${limit}&offset=${at}` });
      return ok({ links: [link('self', offset), ...(hasMore ? [link('next', offset + limit)] : [])], count: items.length, hasMore, items, offset, totalResults: rows.length }); // prettier-ignore
    },
  };
}

/** SuiteQL leaves fields without a value out, and writes every value as text. */
const withoutNulls = (row: Row): object =>
  Object.fromEntries(
    Object.entries(row).flatMap(([name, value]) => (value === null || name.startsWith('df_') ? [] : [[name.toLowerCase(), String(value)]])),
  );

/** What SuiteQL writes in a way of its own: display values, dates as text, a table called transaction. */
function inSqlite(q: string): string {
  return q
    .replaceAll(/BUILTIN\.DF\(\s*(\w+)\.(\w+)\s*\)/gi, '$1.df_$2')
    .replaceAll(/TO_CHAR\(\s*([\w.]+)\s*,\s*'[^']*'\s*\)/gi, '$1')
    .replaceAll(/TO_DATE\(\s*('[^']*')\s*,\s*'[^']*'\s*\)/gi, '$1')
    .replaceAll(/\b(from|join)\s+transaction\b/gi, '$1 "transaction"')
    .replaceAll(/\b(\w+)\.transaction\b/gi, '$1."transaction"');
}

function tablesOf(company: Company): { lines: Row[]; transactions: Row[]; vendors: Row[] } {
  const lines = company.costs.map((one): Row => ({
    uniquekey: one.index + 1, transaction: one.index + 100_001, linesequencenumber: 1, mainline: 'F', department: one.department === null ? null : one.department.length, df_department: one.department,
    expenseaccount: one.account.length, df_expenseaccount: one.account, netamount: one.amount, memo: one.memo, custcol_budget_amount: one.budget,
  })); // prettier-ignore
  const transactions = company.costs.map((one): Row => ({
    id: one.index + 100_001, tranid: `${one.kind === 'Journal' ? 'JE' : 'BILL'}${one.index + 5_001}`, type: one.kind, trandate: isoDay(one.date), entity: one.vendor === null ? null : one.vendor.length, df_entity: one.vendor,
    status: one.status, df_status: one.status, lastmodifieddate: `${isoDay(one.date)} 12:00:00`,
  })); // prettier-ignore
  const vendors = company.vendors.map((one): Row => ({
    id: one.index + 501, entityid: one.name, companyname: one.name, category: one.index, df_category: one.category, isinactive: 'F', custentity_it_approved: one.approved ? 'T' : 'F', lastmodifieddate: `${isoDay(company.today)} 06:00:00`,
  })); // prettier-ignore
  return { lines, transactions, vendors };
}

const problem = (status: number, title: string, code: string, detail: string): VendorReply => ({
  status,
  headers: {},
  body: {
    type: `https://www.rfc-editor.org/rfc/rfc9110.html#section-15.5`,
    title,
    status,
    'o:errorDetails': [{ detail, 'o:errorCode': code }],
  },
});
