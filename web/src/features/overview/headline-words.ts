const LONG = 100_000;
const SHORT = new Intl.NumberFormat('en-US', { notation: 'compact', maximumFractionDigits: 2 });
const MONTH = new Intl.DateTimeFormat('en-GB', { month: 'short', year: 'numeric', timeZone: 'UTC' });
const DAY = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' });
const RANGE = /^(\d{4}-\d\d-\d\d) to (\d{4}-\d\d-\d\d)$/;

/** A big value short, in the unit in which the server has written it: "15.67M USD". Pure. */
export function shortValue(value: number, formatted: string): string {
  if (Math.abs(value) < LONG) return formatted;
  const unit = /\s(\S+)$/.exec(formatted)?.[1] ?? '';
  return `${SHORT.format(value)}${/^[^\d.,]+$/.test(unit) ? ` ${unit}` : ''}`;
}

/** A period as people say it: whole months by their names, days by theirs; what has a name already keeps it. Pure. */
export function periodWords(period: string): string {
  const [, from = '', to = ''] = RANGE.exec(period) ?? [];
  if (from === '') return period;
  const [first, last] = [new Date(from), new Date(to)];
  const next = new Date(last.getTime() + 86_400_000);
  const whole = first.getUTCDate() === 1 && next.getUTCDate() === 1;
  if (!whole) return `${DAY.format(first)} to ${DAY.format(last)}`;
  const months = (next.getUTCFullYear() - first.getUTCFullYear()) * 12 + next.getUTCMonth() - first.getUTCMonth();
  if (months === 1) return MONTH.format(first);
  if (months === 12 && first.getUTCMonth() === 0) return String(first.getUTCFullYear());
  return months === 12 ? `the year to ${MONTH.format(last)}` : `${MONTH.format(first)} to ${MONTH.format(last)}`;
}
