/** How far apart the points of a time axis stand. */
export type Grain = 'minute' | 'hour' | 'day' | 'week' | 'month' | 'quarter' | 'year';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;
/** The least distance of two neighbours of each grain; months and years are not all as long. */
const LEAST_MS: readonly (readonly [Grain, number])[] = [
  ['year', 365 * DAY_MS],
  ['quarter', 90 * DAY_MS],
  ['month', 28 * DAY_MS],
  ['week', 7 * DAY_MS],
  ['day', DAY_MS],
  ['hour', HOUR_MS],
];
const ISO = /^\d{4}-\d\d-\d\d(T\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:?\d\d)?)?$/;
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'] as const;

/** Milliseconds since 1970 (UTC) of a day or moment as the graph writes it; null for any other text. */
export function momentOf(text: string): number | null {
  if (!ISO.test(text)) return null;
  const zoned = text.length <= 10 || /(Z|[+-]\d\d:?\d\d)$/.test(text) ? text : `${text}Z`;
  const at = Date.parse(zoned);
  return Number.isNaN(at) ? null : at;
}

/** The grain of moments in rising order: that of the usual distance of two neighbours, so that one that is early or late ("now") changes nothing. One moment alone is a day, or a minute of one. */
export function grainOf(moments: readonly number[]): Grain {
  const gaps = moments
    .slice(1)
    .map((at, index) => at - (moments[index] ?? 0))
    .filter((gap) => gap > 0)
    .toSorted((one, other) => one - other);
  const usual = gaps[(gaps.length - 1) >> 1];
  if (usual === undefined) return moments.every(isMidnight) ? 'day' : 'minute';
  return LEAST_MS.find(([, ms]) => usual >= ms)?.[0] ?? 'minute';
}

/** Whether a moment is the first of its day (UTC). */
function isMidnight(at: number): boolean {
  return at % DAY_MS === 0;
}

const two = (value: number) => String(value).padStart(2, '0');

/** A moment in two parts, the second of which many neighbours share: ["Mar", "2025"], ["14:00", "3 Mar 2025"]. */
export function momentParts(at: number, grain: Grain): [own: string, shared: string] {
  const date = new Date(at);
  const year = String(date.getUTCFullYear());
  const month = MONTHS[date.getUTCMonth()] ?? '';
  const day = `${date.getUTCDate()} ${month}`;
  switch (grain) {
    case 'year':
      return [year, ''];
    case 'quarter':
      return [`Q${Math.floor(date.getUTCMonth() / 3) + 1}`, year];
    case 'month':
      return [month, year];
    case 'week':
    case 'day':
      return [day, year];
    case 'hour':
    case 'minute':
      return [`${two(date.getUTCHours())}:${two(date.getUTCMinutes())}`, `${day} ${year}`];
  }
}

/** How a moment is said: "Mar 2025", "Q1 2025", "week of 3 Mar 2025". */
export function momentName(at: number, grain: Grain): string {
  const [own, shared] = momentParts(at, grain);
  if (grain === 'hour' || grain === 'minute') return `${shared}, ${own}`;
  const late = isMidnight(at) ? '' : `, ${momentParts(at, 'minute')[0]}`;
  return `${grain === 'week' ? 'week of ' : ''}${own}${shared ? ` ${shared}` : ''}${late}`;
}

/** A name that ends in its year, in the same two parts: "Q3 2017" → ["Q3", "2017"]; others are all their own. */
export function nameParts(name: string): [own: string, shared: string] {
  const parts = /^(.{1,24}?)[ ,]+((?:FY ?)?(?:\d{4}(?:[/–-]\d{2,4})?|FY ?\d{2}))$/.exec(name);
  return parts?.[1] && parts[2] ? [parts[1], parts[2]] : [name, ''];
}
