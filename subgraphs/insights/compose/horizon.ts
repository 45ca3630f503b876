import type { CalendarUnit } from '../language/calendar.ts';

/** How far ahead is asked for, and where it says so. */
export interface Horizon {
  count: number;
  grain: CalendarUnit;
  start: number;
  end: number;
}

const NUMBERS: Readonly<Record<string, number>> = {
  a: 1, one: 1, two: 2, three: 3, four: 4, five: 5, six: 6, seven: 7, eight: 8, nine: 9, ten: 10, twelve: 12,
  couple: 2, 'a couple of': 2, few: 3, 'a few': 3, several: 4, half: 6,
}; // prettier-ignore
const AHEAD =
  /(?:\b(?:for|over|in|during|through)\s+)?(?:the\s+)?\b(?:next|coming|following)\s+(?:(\d{1,2}|a couple of|couple|a few|few|several|one|two|three|four|five|six|seven|eight|nine|ten|twelve)\s+)?(days?|weeks?|months?|quarters?|years?)\b/i;

/** `for the next 2 quarters`, `next month`; null when nothing of the kind is said. */
export function horizonIn(text: string): Horizon | null {
  const match = AHEAD.exec(text);
  if (match?.[2] === undefined) return null;
  const said = match[1]?.toLowerCase();
  const grain = match[2].toLowerCase().replace(/s$/, '') as CalendarUnit;
  return { count: said === undefined ? 1 : (NUMBERS[said] ?? Number(said)), grain, start: match.index, end: match.index + match[0].length };
}
