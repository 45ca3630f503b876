import { z } from 'zod';
import type { Kept } from '../records.ts';

const MAX_LIMIT = 200;
const DEFAULT_LIMIT = 10;
const filterSchema = z.object({ propertyName: z.string(), operator: z.string(), value: z.union([z.string(), z.number()]).optional() });
const bodySchema = z.object({
  filterGroups: z.array(z.object({ filters: z.array(filterSchema) })).default([]),
  sorts: z.array(z.union([z.string(), z.object({ propertyName: z.string(), direction: z.string().default('ASCENDING') })])).default([]),
  properties: z.array(z.string()).default([]),
  limit: z.int().min(1).max(MAX_LIMIT).default(DEFAULT_LIMIT),
  after: z.union([z.string(), z.number()]).default(0),
});

export interface Found {
  total: number;
  records: readonly Kept[];
  properties: readonly string[];
  after: string | null;
}

/**
 * Searches records. @param window results that one search gives; asking for later ones is refused. @returns what is wrong, as a sentence, when it is
 * not understood
 */
export function searchRecords(
  body: string,
  list: readonly Kept[],
  valueOf: (one: Kept, property: string) => string | null,
  window: number,
): Found | string {
  // prettier-ignore
  const parsed = bodySchema.safeParse(jsonOf(body));
  if (!parsed.success) return 'Invalid input JSON';
  const { filterGroups, sorts, properties, limit } = parsed.data;
  const after = Number(parsed.data.after);
  if (after + limit > window) return `Paging through more than ${window} results is not supported`;
  const matches = (one: Kept, { propertyName, operator, value }: z.infer<typeof filterSchema>): boolean => {
    const compared = compare(valueOf(one, propertyName), value === undefined ? null : String(value));
    return { EQ: compared === 0, NEQ: compared !== 0, GT: compared > 0, GTE: compared >= 0, LT: compared < 0, LTE: compared <= 0, HAS_PROPERTY: valueOf(one, propertyName) !== null }[operator] ?? false; // prettier-ignore
  };
  const [sort] = sorts;
  const by = typeof sort === 'string' ? sort : (sort?.propertyName ?? 'hs_object_id');
  const down = typeof sort === 'object' && sort.direction === 'DESCENDING' ? -1 : 1;
  const found = list
    .filter((one) => filterGroups.length === 0 || filterGroups.some(({ filters }) => filters.every((filter) => matches(one, filter))))
    .toSorted((a, b) => down * compare(valueOf(a, by), valueOf(b, by)) || Number(a.id) - Number(b.id));
  const next = after + limit;
  return { total: found.length, records: found.slice(after, next), properties, after: next < found.length ? String(next) : null };
}

/** Moments by their time, numbers by their size, the rest as text; nothing comes first. */
function compare(a: string | null, b: string | null): number {
  if (a === null || b === null) return a === b ? 0 : a === null ? -1 : 1;
  const number = (text: string): number => (/^\d{4}-\d\d-\d\dT/.test(text) ? Date.parse(text) : Number(text));
  const [x, y] = [number(a), number(b)];
  return Number.isNaN(x) || Number.isNaN(y) ? (a < b ? -1 : a > b ? 1 : 0) : x - y;
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
