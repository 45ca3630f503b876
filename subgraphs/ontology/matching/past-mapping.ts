import type { DiscoveredColumn } from '../../../schema/events/discovered-schema.ts';
import { type MappingReason, ReasonKind, reasonOf } from './reasons.ts';
import { normalWords } from './words.ts';

/** A column that was, or was not, an attribute before: names only. */
export interface PastMapping {
  readonly object: string;
  readonly field: string;
  readonly words: string;
  readonly entity: string;
  readonly attribute: string;
  readonly canonical: boolean;
  readonly accepted: boolean;
  readonly times: number;
}

/** What is known of a tenant’s earlier decisions when it comes to a proposal. */
export interface PastMappings {
  readonly mappings: readonly PastMapping[];
  /** Columns’ words → places in `mappings` that are near in meaning, with how near, 0…1. */
  readonly near: ReadonlyMap<string, readonly { readonly place: number; readonly similarity: number }[]>;
}

export const NO_PAST: PastMappings = { mappings: [], near: new Map() };

/** What earlier decisions say of one attribute for one column. */
export interface PastVerdict {
  /** −1…1: above 0 for the attribute, below 0 against it. */
  readonly lean: number;
  readonly decisions: number;
  readonly reason: MappingReason;
}

const MOST_LEAN = 0.9;
const GAIN = 1.5;
const SHOWN = 2;

/** The words by which columns are compared with earlier ones: without the table’s own name in front. */
export function pastWords(column: string, nouns: readonly (readonly string[])[]): string {
  const tokens = normalWords(column);
  const noun = nouns.find((one) => one.length > 0 && tokens.length > one.length && one.every((word, index) => tokens[index] === word));
  return tokens.slice(noun?.length ?? 0).join(' ');
}

interface Told {
  readonly past: PastMapping;
  readonly similarity: number;
}

/** Earlier decisions about columns like this one, by attribute: how much they lean for or against it. */
export function pastVerdicts(
  column: Pick<DiscoveredColumn, 'name'>,
  entity: string,
  nouns: readonly (readonly string[])[],
  { mappings, near }: PastMappings,
): Map<string, PastVerdict> {
  const words = pastWords(column.name, nouns);
  const whole = normalWords(column.name).join(' ');
  const told: Told[] = mappings
    .filter((past) => past.entity === entity && (past.words === words || past.words === whole))
    .map((past) => ({ past, similarity: 1 }));
  for (const { place, similarity } of near.get(whole) ?? []) {
    const past = mappings[place];
    if (past !== undefined && past.entity === entity && !told.some((one) => one.past === past)) told.push({ past, similarity });
  }
  return new Map([...Map.groupBy(told, ({ past }) => past.attribute)].map(([attribute, of]) => [attribute, verdictOf(attribute, of)]));
}

function verdictOf(attribute: string, told: readonly Told[]): PastVerdict {
  const weigh = (accepted: boolean): number =>
    told.filter(({ past }) => past.accepted === accepted).reduce((sum, { past, similarity }) => sum + similarity * past.times, 0);
  const [yes, no] = [weigh(true), weigh(false)];
  const lean = Math.max(-MOST_LEAN, Math.min(MOST_LEAN, (GAIN * (yes - no)) / (yes + no + 1)));
  const decisions = told.reduce((sum, { past }) => sum + past.times, 0);
  const meant = told.filter(({ past }) => past.accepted === lean >= 0);
  const columns = meant.reduce((sum, { past }) => sum + past.times, 0);
  const examples = meant.slice(0, SHOWN).map(({ past }) => `${past.object}.${past.field}`).join(', '); // prettier-ignore
  const many = columns === 1 ? 'a column' : `${columns} columns`;
  const text =
    lean >= 0
      ? `you mapped ${many} like this to ${attribute} (${examples})`
      : `you rejected ${attribute} for ${many} like this (${examples})`;
  return { lean, decisions, reason: reasonOf(ReasonKind.PAST, lean, text) };
}

/** A score after what was decided before: drawn towards 1 by what was accepted, towards 0 by what was rejected. */
export const leant = (score: number, { lean }: PastVerdict): number => (lean >= 0 ? score + (1 - score) * lean : score * (1 + lean));
