const EXACT = new Intl.NumberFormat('en-US', { style: 'currency', currency: 'USD' });
const ROUND = new Intl.NumberFormat('en-US', { style: 'currency', currency: 'USD', maximumFractionDigits: 0 });
const TINY = new Intl.NumberFormat('en-US', { style: 'currency', currency: 'USD', minimumFractionDigits: 2, maximumFractionDigits: 6 });
/** Below this cents say too little. */
const SMALL = 0.1;
/** From here on cents say nothing. */
const LARGE = 1_000;

/** Dollars that agents spend: $0.0042, $3.20, $1,204. */
export function formatDollars(dollars: number): string {
  const size = Math.abs(dollars);
  const text = size >= LARGE ? ROUND.format(dollars) : size > 0 && size < SMALL ? TINY.format(dollars) : EXACT.format(dollars);
  return text.replace('-', '−');
}
