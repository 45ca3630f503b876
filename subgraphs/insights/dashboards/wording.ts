import { periodText } from '../answer/sentence.ts';
import type { Period } from '../plan/query-plan.ts';
import type { Focus } from './focus.ts';
import type { OverviewPhrase } from './phrase.ts';

const capital = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}`;

/** What a dashboard is called: `2017 results`, `CFO dashboard, 2017`, `Sales overview`. */
export function titleOf(called: string, phrase: OverviewPhrase, period: Period | null): string {
  const by = phrase.by === null ? '' : ` by ${phrase.by}`;
  const title = `${called}${by}`;
  if (period === null) return title;
  if (phrase.period !== null && phrase.topic === '' && phrase.persona === null)
    return capital(`${period.relative ? `results of ${period.label}` : `${period.label} results`}${by}`);
  return `${title}, ${periodText(period)
    .trim()
    .replace(/^(?:in|from) /, '')}`;
}

function listed(names: readonly string[]): string {
  return names.length <= 1 ? (names[0] ?? '') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
}

/** What belongs to a dashboard and the data does not have, with what would help; empty when nothing is missing. */
export function lackingText(lacking: Focus['lacking']): string[] {
  if (lacking.length === 0) return [];
  return [
    `The connected data does not tell about ${listed(lacking.map(({ what }) => what))}.`,
    `It would help to connect ${listed([...new Set(lacking.map(({ needs }) => needs))])}.`,
  ];
}
