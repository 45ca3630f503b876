import type { DiscoveredColumn, DiscoveredObject } from '../../../schema/events/discovered-schema.ts';
import { isNumeric } from './types.ts';
import { normalWords } from './words.ts';

/** A table that explains the steps of a scale has no more rows than this; more of them are things, and numbers name them. */
const MAX_STEPS = 25;
const SCALE_WORDS = new Set(
  'rating score level grade star satisfaction priority rank ranking severity importance likelihood urgency impact involvement balance'.split(
    ' ',
  ),
);
const ID_WORDS = new Set('id key code number fk ref uuid type name index'.split(' '));

/**
 * Whether a column that links to a table is a step on a scale which that table only explains (a rating of 1 to 5): it stays a number that
 * can be averaged beside the link. Ids never are.
 */
export function isStepOfScale(column: DiscoveredColumn, target: DiscoveredObject): boolean {
  if (!isNumeric(column.type) || target.rowCount > MAX_STEPS || column.profile.distinct > MAX_STEPS) return false;
  const tokens = normalWords(column.name);
  return (
    !/(?:[a-z]I[Dd]|_id)$/.test(column.name) && !tokens.some((word) => ID_WORDS.has(word)) && tokens.some((word) => SCALE_WORDS.has(word))
  );
}
