import { z } from 'zod';
import type { JsonRecord } from '../records/read-value.ts';
import type { VendorPage, VendorSession } from '../vendor.ts';

const PAGE = 100;
const MONTHS = 15;
const MAX_SLOS = 500;
const sloSchema = z.looseObject({ id: z.string(), name: z.string(), target_threshold: z.number().nullish(), thresholds: z.array(z.object({ target: z.number() })).default([]) }); // prettier-ignore
type Slo = z.infer<typeof sloSchema>;
const listReply = z.object({ data: z.array(sloSchema) });
const historyReply = z.object({
  data: z.object({ overall: z.object({ sli_value: z.number().nullish(), error_budget_remaining: z.record(z.string(), z.number()).nullish() }).nullish() }).nullish(), // prettier-ignore
});
const cursorSchema = z.object({ month: z.iso.datetime() });

/** Service level objectives, page by page. */
export async function* slos(session: VendorSession, from: unknown): AsyncGenerator<VendorPage> {
  for (let offset = from === null ? 0 : z.int().parse(from); ;) {
    const data = await listed(session, offset);
    const last = data.length < PAGE;
    offset += data.length;
    yield { records: data.map((one) => ({ ...one, target_threshold: targetOf(one) })), cursor: offset, watermark: null, last };
    if (last) return;
  }
}

const listed = async ({ http, signal }: VendorSession, offset: number): Promise<Slo[]> =>
  (await http.json({ path: '/api/v1/slo', query: { limit: PAGE, offset } }, listReply, signal)).data;
const targetOf = ({ target_threshold: target, thresholds }: Slo): number | null => target ?? thresholds[0]?.target ?? null;

/** What each objective came to, month by month: fifteen months, as long as Datadog keeps what it measured. */
export async function* sloHistory(session: VendorSession, from: unknown, now: Date): AsyncGenerator<VendorPage> {
  const first = new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - MONTHS + 1, 1));
  const all: Slo[] = [];
  for (let more = true; more && all.length < MAX_SLOS;) {
    const page = await listed(session, all.length);
    all.push(...page);
    more = page.length === PAGE;
  }
  for (let month = from === null ? first : new Date(cursorSchema.parse(from).month); month <= now;) {
    const next = new Date(Date.UTC(month.getUTCFullYear(), month.getUTCMonth() + 1, 1));
    const end = next < now ? next : now;
    const records = (await Promise.all(all.map((one) => monthOf(session, one, month, end)))).flat();
    month = next;
    yield { records, cursor: { month: next.toISOString() }, watermark: null, last: next > now };
  }
}

async function monthOf({ http, signal }: VendorSession, slo: Slo, month: Date, end: Date): Promise<JsonRecord[]> {
  const query = { from_ts: month.getTime() / 1_000, to_ts: Math.floor(end.getTime() / 1_000) };
  if (query.to_ts <= query.from_ts) return [];
  const { data } = await http.json({ path: `/api/v1/slo/${encodeURIComponent(slo.id)}/history`, query }, historyReply, signal);
  const value = data?.overall?.sli_value ?? null;
  // An objective without measurements in that month has no value.
  if (value === null) return [];
  const target = targetOf(slo);
  const left = Object.values(data?.overall?.error_budget_remaining ?? {})[0] ?? null;
  return [{ slo_id: slo.id, service: slo.name.replace(/\s+(?:availability|slo|uptime)$/iu, ''), month: month.toISOString().slice(0, 10), availability: value, target, error_budget_remaining: left, met: target === null ? null : value >= target }]; // prettier-ignore
}
