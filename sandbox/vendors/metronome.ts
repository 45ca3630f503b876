import { z } from 'zod';
import type { Company } from '../company/company.ts';
import type { LiveCompany } from '../company/live-company.ts';
import { addMonths } from '../company/calendar.ts';
import { nameBasedId } from './name-based-id.ts';
import { METERS, type UsageMonth } from '../company/usage.ts';
import { nameAt } from './from-name.ts';
import { asLive } from './records.ts';
import { type SandboxVendor, type VendorReply, ok, tokenOf } from '../http/reply.ts';

const MAX_PAGE = 100;
const usageSchema = z.object({ starting_on: z.iso.datetime(), ending_before: z.iso.datetime(), window_size: z.string() });

interface Shown {
  company: Company;
  customers: readonly object[];
  byAccount: ReadonlyMap<number, string>;
  byMonth: ReadonlyMap<number, readonly UsageMonth[]>;
}

function shownOf(company: Company): Shown {
  const users = new Set(company.usage.map(({ account }) => account));
  const customers = company.accounts.filter(({ index, kind }) => kind === 'REAL' && users.has(index)).map((account) => ({
    id: nameBasedId(`customer ${account.index}`), external_id: `acct_${account.index + 1}`, ingest_aliases: [`acct_${account.index + 1}`], name: nameAt(company.seed, 'METERING', account.index, account.name),
    customer_config: { salesforce_account_id: null }, custom_fields: {}, created_at: account.since.toISOString(),
  })); // prettier-ignore
  const byAccount = new Map(company.accounts.map(({ index }) => [index, nameBasedId(`customer ${index}`)]));
  return { company, customers, byAccount, byMonth: Map.groupBy(company.usage, ({ month }) => month.getTime()) };
}

/** Metronome's customers and its usage by customer, billable metric and window; pages go by `next_page`. */
export function metronomeVendor(given: Company | LiveCompany, token: string): SandboxVendor {
  const live = asLive(given);
  let known: Shown | null = null;
  const shown = (): Shown => {
    if (known?.company !== live.now) known = shownOf(live.now);
    return known;
  };

  const usage = (query: URLSearchParams, body: string): VendorReply => {
    const asked = usageSchema.safeParse(body === '' ? {} : JSON.parse(body));
    if (!asked.success || asked.data.window_size.toUpperCase() !== 'NONE')
      return { status: 400, body: { message: 'starting_on, ending_before and window_size NONE are expected' } };
    const start = new Date(asked.data.starting_on);
    const whole = addMonths(start, 1).getTime() === new Date(asked.data.ending_before).getTime();
    const { byMonth, byAccount } = shown();
    const rows = (whole ? (byMonth.get(start.getTime()) ?? []) : []).map((one) => ({
      customer_id: byAccount.get(one.account), billable_metric_id: METERS[one.meter]?.id, billable_metric_name: METERS[one.meter]?.name,
      start_timestamp: asked.data.starting_on, end_timestamp: asked.data.ending_before, value: one.quantity, groups: null,
    })); // prettier-ignore
    return page(rows, query);
  };

  return {
    name: 'metronome',
    refuse: (request) => (tokenOf(request) === token ? null : { status: 401, body: { message: 'Unauthorized' } }),
    tooMany: (seconds) => ({ status: 429, headers: { 'retry-after': String(seconds) }, body: { message: 'Too Many Requests' } }),
    handle({ path, method, query, body }) {
      if (path === '/v1/customers' && method === 'GET') return page(shown().customers, query);
      if (path === '/v1/usage' && method === 'POST') return usage(query, body);
      return { status: 404, body: { message: 'Not Found' } };
    },
  };
}

function page(rows: readonly object[], query: URLSearchParams): VendorReply {
  const limit = Math.min(MAX_PAGE, Number(query.get('limit') ?? MAX_PAGE));
  const from = Number(Buffer.from(query.get('next_page') ?? '', 'base64url').toString('utf8') || 0);
  const next = from + limit < rows.length ? Buffer.from(String(from + limit)).toString('base64url') : null;
  return ok({ data: rows.slice(from, from + limit), next_page: next });
}
