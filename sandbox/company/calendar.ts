/** How far back the company's records go, without the running month. */
export const MONTHS_BACK = 24;
const DAY_MS = 86_400_000;

/** Midnight (UTC) of the day of an instant. */
export const dayOf = (at: Date): Date => new Date(Date.UTC(at.getUTCFullYear(), at.getUTCMonth(), at.getUTCDate()));

export const addDays = (at: Date, days: number): Date => new Date(at.getTime() + days * DAY_MS);

/** The same day some months later, or the last day of a shorter month. */
export function addMonths(at: Date, months: number): Date {
  const first = new Date(Date.UTC(at.getUTCFullYear(), at.getUTCMonth() + months, 1));
  const days = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate();
  return addDays(first, Math.min(at.getUTCDate(), days) - 1);
}

export const monthStart = (at: Date): Date => new Date(Date.UTC(at.getUTCFullYear(), at.getUTCMonth(), 1));

/** First days of the months the company's records are about, the running one last. */
export const monthsUpTo = (today: Date): Date[] =>
  Array.from({ length: MONTHS_BACK + 1 }, (_, i) => addMonths(monthStart(today), i - MONTHS_BACK));

export const daysBetween = (from: Date, to: Date): number => Math.round((to.getTime() - from.getTime()) / DAY_MS);

/** YYYY-MM-DD. */
export const isoDay = (at: Date): string => at.toISOString().slice(0, 10);
/** Seconds since 1970. */
export const unix = (at: Date): number => Math.floor(at.getTime() / 1000);
