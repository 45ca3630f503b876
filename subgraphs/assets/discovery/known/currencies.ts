/**
 * About how many units of a currency buy what one euro or dollar does, to the nearest half of a power of ten. It says only whether a sum is large or
 * small; nothing is converted by it, and sums in different currencies are never added up. Currencies that are not here count like euros.
 */
const UNITS: Readonly<Record<string, number>> = {
  BRL: 5, CNY: 7, CZK: 25, DKK: 7, HKD: 8, HUF: 400, IDR: 16_000, ILS: 4, INR: 90, JPY: 150, KRW: 1_400, MXN: 20, NOK: 11, PHP: 60, PLN: 4, SEK: 11, THB: 35, TRY: 40, TWD: 32, VND: 26_000, ZAR: 18,
}; // prettier-ignore

/** How large a sum is, in something like euros. */
export const scaled = (amount: number, currency: string): number => amount / (UNITS[currency] ?? 1);
