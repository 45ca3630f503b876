/** Numbers, money and days as people read them in factors and findings. */
export const numberText = (value: number): string => (Math.abs(value) < 10 ? FINE : WHOLE).format(value);

/** Making a format takes a hundred times as long as using it. */
const FINE = new Intl.NumberFormat('en-US', { maximumFractionDigits: 1 });
const WHOLE = new Intl.NumberFormat('en-US', { maximumFractionDigits: 0 });

export const counted = (count: number, what: string, plural = `${what}s`): string => `${numberText(count)} ${count === 1 ? what : plural}`;

/** ISO 4217: no currency. */
const NO_CURRENCY = 'XXX';

/** `EUR 1,200`; without the currency where no record says which. */
export const moneyText = (amount: number, currency: string): string =>
  currency === NO_CURRENCY ? numberText(amount) : `${currency} ${numberText(amount)}`;

/** `2026-06-30`, in UTC. @param at milliseconds since 1970 */
export const dayText = (at: number): string => new Date(at).toISOString().slice(0, 10);

/** `a, b and 3 more`. */
export function listed(names: readonly string[], most = 3): string {
  const shown = names.slice(0, most);
  const more = names.length - shown.length;
  const last = more > 0 ? counted(more, 'more', 'more') : shown.pop();
  return shown.length === 0 ? (last ?? '') : `${shown.join(', ')} and ${last ?? ''}`;
}
