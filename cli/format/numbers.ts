const grouped = new Intl.NumberFormat('en-US', { maximumFractionDigits: 2 });
const groupedWithCents = new Intl.NumberFormat('en-US', { minimumFractionDigits: 2, maximumFractionDigits: 2 });
const percent = new Intl.NumberFormat('en-US', { maximumFractionDigits: 2 });

/** 1234567.891 → `1,234,567.89`; with `decimals` 2, 1234.5 → `1,234.50`, so that a column of amounts lines up. */
export function formatNumber(value: number, decimals = 0): string {
  const format = decimals === 0 ? grouped : groupedWithCents;
  return format.format(value).replace('-', '−');
}

/** A fraction as a percentage: 0.6315 → `63.15 %`; with `signed`, −0.0603 → `−6.03 %` and 0.05 → `+5 %`. */
export function formatPercent(fraction: number, signed = false): string {
  const text = percent.format(fraction * 100).replace('-', '−');
  return `${signed && fraction > 0 ? '+' : ''}${text} %`;
}

/**
 * One value of a result table as text.
 * @param unit unit of its column as the graph names it; null when it has none
 */
export function formatCell(value: string | number | boolean | null, unit: string | null, decimals = 0): string {
  if (value === null) return '–';
  if (typeof value === 'string') return value;
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (unit === 'PERCENT') return formatPercent(value);
  // A number without a unit may be a year or a code: digits stay as they are.
  if (unit === null) return String(value);
  return unit === 'DAYS' ? `${formatNumber(value, decimals)} d` : formatNumber(value, decimals);
}

/** Milliseconds as a person says them: `850 ms`, `12.3 s`, `4 min 10 s`, `3 h 12 min`. */
export function formatDuration(milliseconds: number): string {
  if (milliseconds < 1000) return `${Math.round(milliseconds)} ms`;
  const seconds = milliseconds / 1000;
  if (seconds < 60) return `${seconds.toFixed(1)} s`;
  const minutes = Math.floor(seconds / 60);
  if (minutes < 60) return `${minutes} min ${Math.floor(seconds % 60)} s`;
  const hours = Math.floor(minutes / 60);
  return hours < 48 ? `${hours} h ${minutes % 60} min` : `${Math.floor(hours / 24)} days`;
}

/** `1 table`, `2 tables`. */
export function count(amount: number, singular: string, plural = `${singular}s`): string {
  return `${formatNumber(amount)} ${amount === 1 ? singular : plural}`;
}
