/** Days are ISO text `YYYY-MM-DD` throughout: they compare as text and carry no time zone. */
const utc = (day: string): Date => new Date(`${day}T00:00:00Z`);
const iso = (date: Date): string => date.toISOString().slice(0, 10);
export type CalendarUnit = 'day' | 'week' | 'month' | 'quarter' | 'year';
/** Units that periods are spoken of in; halves are no grain of a series. */
export type PeriodUnit = CalendarUnit | 'half';

/** The day `count` days later (or earlier). */
export function addDays(day: string, count: number): string {
  const date = utc(day);
  date.setUTCDate(date.getUTCDate() + count);
  return iso(date);
}

/** The same day of the month `count` months later, held to the month's last day. */
export function addMonths(day: string, count: number): string {
  const date = utc(day);
  const target = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + count, 1));
  const last = new Date(Date.UTC(target.getUTCFullYear(), target.getUTCMonth() + 1, 0)).getUTCDate();
  target.setUTCDate(Math.min(date.getUTCDate(), last));
  return iso(target);
}

/** 1…4. */
export function quarterOf(day: string): number {
  return Math.floor((Number(day.slice(5, 7)) - 1) / 3) + 1;
}

/** First day of the unit a day lies in; weeks start on Monday. */
export function startOf(unit: PeriodUnit, day: string): string {
  if (unit === 'day') return day;
  if (unit === 'week') return addDays(day, -((utc(day).getUTCDay() + 6) % 7));
  if (unit === 'month') return `${day.slice(0, 7)}-01`;
  if (unit === 'year') return `${day.slice(0, 4)}-01-01`;
  if (unit === 'half') return `${day.slice(0, 4)}-${quarterOf(day) > 2 ? '07' : '01'}-01`;
  return `${day.slice(0, 4)}-${String((quarterOf(day) - 1) * 3 + 1).padStart(2, '0')}-01`;
}

/** The day `count` units later (or earlier). */
export function periodOf(unit: PeriodUnit, day: string, count: number): string {
  if (unit === 'day') return addDays(day, count);
  if (unit === 'week') return addDays(day, count * 7);
  return addMonths(day, count * { month: 1, quarter: 3, half: 6, year: 12 }[unit]);
}

const NAMES = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'];

/** English name of month 1…12. */
export function monthName(month: number): string {
  return NAMES[month - 1] ?? String(month);
}

/** Whole days from one day to another. */
export function daysBetween(from: string, to: string): number {
  return Math.round((utc(to).getTime() - utc(from).getTime()) / 86_400_000);
}

/** How people call a half-open range: `2017`, `Q4 2017`, `March 2017`, `2017-03-05`, else its first and last day. */
export function labelOf(from: string, to: string): string {
  const units: [PeriodUnit, (day: string) => string][] = [
    ['year', (day) => day.slice(0, 4)],
    ['half', (day) => `H${quarterOf(day) > 2 ? 2 : 1} ${day.slice(0, 4)}`],
    ['quarter', (day) => `Q${quarterOf(day)} ${day.slice(0, 4)}`],
    ['month', (day) => `${monthName(Number(day.slice(5, 7)))} ${day.slice(0, 4)}`],
    ['day', (day) => day],
  ];
  for (const [unit, name] of units) if (startOf(unit, from) === from && periodOf(unit, from, 1) === to) return name(from);
  return `${from} to ${addDays(to, -1)}`;
}

/** The range of the same length just before: whole months step by months, anything else by days. */
export function previousRange(from: string, to: string): { from: string; to: string } {
  const wholeMonths = from.endsWith('-01') && to.endsWith('-01');
  if (!wholeMonths) return { from: addDays(from, -daysBetween(from, to)), to: from };
  const months = (Number(to.slice(0, 4)) - Number(from.slice(0, 4))) * 12 + Number(to.slice(5, 7)) - Number(from.slice(5, 7));
  return { from: addMonths(from, -months), to: from };
}
