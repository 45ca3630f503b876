import type { Grain } from './unpivot-plan.ts';

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const FULL = ['january', 'february', 'march', 'april', 'may', 'june', 'july', 'august', 'september', 'october', 'november', 'december'];
const MONTH_NAMES = new Map([...MONTHS, ...FULL, 'sept'].map((name) => [name, (MONTHS.indexOf(name.slice(0, 3)) % 12) + 1]));
const FIRST_YEAR = 1950;
const LAST_YEAR = 2100;

export interface NamedPeriod {
  /** First day, YYYY-MM-DD. */
  readonly start: string;
  readonly grain: Grain;
  /** What of the name is not the period: `Revenue` of `Revenue Jan-24`. */
  readonly rest: string;
}

interface Form {
  readonly pattern: RegExp;
  readonly grain: Grain;
  readonly read: (groups: readonly string[]) => readonly [number, number, number];
}

const year = (text = ''): number => (text.length === 2 ? (Number(text) < 70 ? 2000 : 1900) + Number(text) : Number(text));
const named = (text = ''): number => MONTH_NAMES.get(text.toLowerCase()) ?? 0;
const MONTH =
  '(january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sept|sep|oct|nov|dec)';
const EDGE_BEFORE = '(?<![A-Za-z0-9])';
const EDGE_AFTER = '(?![A-Za-z0-9])';
const form = (source: string, grain: Grain, read: Form['read']): Form => ({
  pattern: new RegExp(`${EDGE_BEFORE}(?:${source})${EDGE_AFTER}`, 'i'),
  grain,
  read,
});

/** The first that is found counts: the longer ones come first. */
const FORMS: readonly Form[] = [
  form('(\\d{4})[-/.](\\d{1,2})[-/.](\\d{1,2})', 'DAY', ([y, m, d]) => [year(y), Number(m), Number(d)]),
  form(`(\\d{1,2})[- ]${MONTH}[- ,]+'?(\\d{4}|\\d{2})`, 'DAY', ([d, m, y]) => [year(y), named(m), Number(d)]),
  form(`${MONTH}[-_ ./,']*(\\d{4}|\\d{2})`, 'MONTH', ([m, y]) => [year(y), named(m), 1]),
  form(`(\\d{4})[-_ ./]*${MONTH}`, 'MONTH', ([y, m]) => [year(y), named(m), 1]),
  form('(\\d{4})[-_/.]?m?(0[1-9]|1[0-2])', 'MONTH', ([y, m]) => [year(y), Number(m), 1]),
  form('(0?[1-9]|1[0-2])[-/.](\\d{4})', 'MONTH', ([m, y]) => [year(y), Number(m), 1]),
  form("q([1-4])[-_ /']*(?:fy|cy)?[-_ ']*(\\d{4}|\\d{2})", 'QUARTER', ([q, y]) => [year(y), Number(q) * 3 - 2, 1]),
  form("(?:fy|cy)?[-_ ']*(\\d{4}|\\d{2})[-_ /]*q([1-4])", 'QUARTER', ([y, q]) => [year(y), Number(q) * 3 - 2, 1]),
  form("(?:fy|cy)[-_ ']*(\\d{4}|\\d{2})", 'YEAR', ([y]) => [year(y), 1, 1]),
  form('(\\d{4})', 'YEAR', ([y]) => [year(y), 1, 1]),
];

/** The period a name or value tells of; null when it tells of none. */
export function periodOf(name: string): NamedPeriod | null {
  for (const { pattern, grain, read } of FORMS) {
    const found = pattern.exec(name);
    if (found === null) continue;
    const [y, m, d] = read(found.slice(1));
    const date = new Date(Date.UTC(y, m - 1, d));
    if (y < FIRST_YEAR || y > LAST_YEAR || date.getUTCMonth() !== m - 1 || date.getUTCDate() !== d) continue;
    const rest = `${name.slice(0, found.index)} ${name.slice(found.index + found[0].length)}`;
    return { start: date.toISOString().slice(0, 10), grain, rest: rest.replace(/[\s_\-–:()/|]+/g, ' ').trim() };
  }
  return null;
}
