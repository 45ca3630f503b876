import { monthOf } from '../details/asset-details.ts';

/** The month so many months before that of a moment, as `2026-05`. */
export function monthsBack(asOf: number, months: number): string {
  const date = new Date(asOf);
  return monthOf(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() - months)) ?? '';
}
