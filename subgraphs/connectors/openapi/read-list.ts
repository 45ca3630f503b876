import { z } from 'zod';
import { type JsonRecord, valueAt } from '../vendors/records/read-value.ts';
import type { VendorPage, VendorSession } from '../vendors/vendor.ts';
import type { ListPlan } from './api-plan.ts';
import { nextLink } from './next-link.ts';

const record = z.record(z.string(), z.unknown());
/** Where a read goes on: at a value of the paging parameter, or at an address; `done`: nothing comes after. */
const cursorSchema = z.object({
  at: z.union([z.string(), z.number()]).nullable(),
  url: z.string().nullable(),
  done: z.boolean(),
  highest: z.string().nullable(),
});
type Place = z.infer<typeof cursorSchema>;
const BEGIN: Place = { at: null, url: null, done: false, highest: null };

/** What every request of the list carries. */
type Query = Readonly<Record<string, string | number>>;

/** The pages of a list, by whatever way it goes on. A `Link` header and an address in the reply go before numbers. */
export async function* readList(
  session: VendorSession,
  base: string,
  list: ListPlan,
  common: Query,
  from: unknown,
  since: unknown,
): AsyncGenerator<VendorPage> {
  let place: Place = from === null ? BEGIN : cursorSchema.parse(from);
  const { http, signal } = session;
  const first = { ...list.fixed, ...limitOf(list), ...sinceOf(list, since) };
  while (!place.done) {
    const call =
      place.url === null ? { path: list.path, query: { ...first, ...pageOf(list, place), ...common } } : { path: place.url, query: common };
    const { body, headers } = await http.reply(call, z.unknown(), signal);
    const found = list.recordsAt.length === 0 ? body : valueAt(body, list.recordsAt);
    // Null for an empty list is written by many.
    const records = z.array(record).parse(found ?? []);
    const address = nextLink(headers['link']) ?? nextAddress(list, body);
    place = next(list, place, { records, body, url: address === null ? null : new URL(address, base + list.path).href });
    yield { records, cursor: place, watermark: place.highest ?? since, last: place.done || records.length === 0 };
    if (records.length === 0) return;
  }
}

function next(list: ListPlan, place: Place, page: { records: readonly JsonRecord[]; body: unknown; url: string | null }): Place {
  const { paging, key } = list;
  const { records, body, url } = page;
  const highest = highestOf(list, records, place.highest);
  const going = { at: null, url: null, done: false, highest };
  if (url !== null) return { ...going, url };
  const end = { ...place, done: true, highest };
  switch (paging.style) {
    case 'NONE':
    case 'NEXT_URL':
      return end;
    case 'CURSOR': {
      const told = paging.at === null ? records.at(-1)?.[key[0] ?? ''] : valueAt(body, paging.at);
      return (typeof told === 'string' && told !== '') || typeof told === 'number' ? { ...going, at: told } : end;
    }
    case 'PAGE':
      return place.url === null ? { ...going, at: numberOf(place.at, paging.first) + 1 } : end;
    case 'OFFSET':
      return place.url === null ? { ...going, at: numberOf(place.at, 0) + records.length } : end;
  }
}

const numberOf = (at: string | number | null, otherwise: number): number => (typeof at === 'number' ? at : otherwise);

const limitOf = ({ limit }: ListPlan): Query => (limit === null ? {} : { [limit.parameter]: limit.value });

const sinceOf = ({ since }: ListPlan, from: unknown): Query =>
  since === null || typeof from !== 'string' ? {} : { [since.parameter]: since.epoch ? Math.floor(Date.parse(from) / 1_000) : from };

function pageOf({ paging }: ListPlan, { at }: Place): Query {
  if (paging.style === 'NONE' || paging.style === 'NEXT_URL') return {};
  if (at === null) return paging.style === 'PAGE' ? { [paging.parameter]: paging.first } : {};
  return { [paging.parameter]: at };
}

function nextAddress({ paging }: ListPlan, body: unknown): string | null {
  const told = paging.style === 'NEXT_URL' ? valueAt(body, paging.at) : null;
  return typeof told === 'string' && told !== '' ? told : null;
}

/** When the newest of them changed, as ISO 8601. */
function highestOf({ since }: ListPlan, records: readonly JsonRecord[], before: string | null): string | null {
  let highest = before;
  if (since === null) return null;
  for (const one of records) {
    const value = valueAt(one, since.at);
    const moment =
      typeof value === 'number' ? new Date(value < 1e11 ? value * 1_000 : value) : new Date(typeof value === 'string' ? value : Number.NaN);
    const at = Number.isNaN(moment.getTime()) ? null : moment.toISOString();
    if (at !== null && (highest === null || at > highest)) highest = at;
  }
  return highest;
}
