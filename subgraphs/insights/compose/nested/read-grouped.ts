import type { Lexicon } from '../../language/lexicon-builder.ts';
import { numberWord } from '../../language/number-words.ts';
import { barePlan } from '../../plan/bare-plan.ts';
import { MAX_ROWS } from '../../plan/query-plan.ts';
import type { Context } from '../context.ts';
import { groupedPlan } from './grouped-plan.ts';
import { isLinkTable } from './links.ts';
import type { NestedReading } from './nested-facts.ts';
import { nounPhrases } from './noun-phrases.ts';
import { piecesOf } from './pieces.ts';
import { meaningsOf } from './read-nested.ts';

/** Reads a part of a question that is about records. */
type Read = (question: string) => NestedReading | null;

const RATIO = /^\W*what(?: is|'s) the ratio (?:of|between) (?<part>.+?) (?:to|and) (?<whole>.+)$/isu;

/** `the ratio of A to B`: one number of records by another. */
export function readRatio(question: string, read: Read): NestedReading | null {
  const { part, whole } = RATIO.exec(question)?.groups ?? {};
  if (part === undefined || whole === undefined) return null;
  const sides = [part, whole].map((side) => read(`how many ${side.replace(/^the (?:total )?number of /iu, '')}`));
  const [above, below] = sides.map((side) => side?.interpretation.plan);
  const [first, second] = [above?.sources[0], below?.sources[0]];
  const [top, bottom] = [above?.measures[0]?.expression, below?.measures[0]?.expression];
  if (sides[0] == null || first === undefined || second === undefined || top?.kind !== 'aggregate' || bottom?.kind !== 'aggregate')
    return null;
  const expression = { kind: 'combine' as const, operator: '/' as const, left: top, right: { ...bottom, source: 1 } };
  const label = `${above?.measures[0]?.label ?? ''} per ${below?.measures[0]?.label ?? ''}`;
  const measure = { id: 'ratio', label, unit: 'NUMBER' as const, currency: null, metric: null, expression };
  const plan = { ...barePlan('value', [first, second]), measures: [measure], limit: MAX_ROWS };
  return { ...sides[0], interpretation: { ...sides[0].interpretation, plan } };
}

/** What `by` belongs to a verb. */
const PARTICIPLE = /(?:ed|written|made|held|given|taken|sold|bought|won|led|sent|run|owned)$/iu;
const TOP =
  /^.*?\btop (?<count>\d+|two|three|four|five|ten)\s+(?<key>.+?)\s+(?:with|by|having|that have|who have|based on|in terms of)\s+(?:the\s+)?(?:highest|most|largest|greatest|biggest)?\s*(?<measured>.+)$/isu;
const GROUPED = /^(?<measured>.+?),?\s+(?:(?:for|in|at|of|on|from|within|to)\s+(?:each|every)|by(?: each)?|per|each)\s+(?<key>.+)$/isu;

/** `the number of reviews for each category`: what is counted, and by what. */
export function readGrouped(context: Context, lexicon: Lexicon, asked: string, read: Read): NestedReading | null {
  const question = asked.replace(/[?.!\s]+$/u, '');
  const top = TOP.exec(question)?.groups;
  const { measured, key } = top ?? GROUPED.exec(question)?.groups ?? {};
  if (measured === undefined || key === undefined || (top === undefined && PARTICIPLE.test(measured))) return null;
  const { phrases } = nounPhrases(piecesOf(key, lexicon), (entity) => isLinkTable(context, entity));
  const [group] = phrases;
  if (group === undefined || group.superlative !== null || group.values.length > 0) return null;
  const rest =
    phrases[1] === undefined ? '' : key.slice(key.toLowerCase().indexOf(phrases[1].nouns[0]?.text ?? phrases[1].values[0]?.text ?? '') - 0);
  const told = read(/\b(?:how many|number|total|average|sum|mean)\b/iu.test(measured) ? `${measured} ${rest === '' ? '' : `in ${rest}`}` : `how many ${measured}`); // prettier-ignore
  const plan = told === null ? null : groupedPlan(context, told.interpretation.plan, meaningsOf(context, group));
  if (top !== undefined && plan !== null)
    plan.limit = Math.min(MAX_ROWS, Number(top['count']) || numberWord(top['count']?.toLowerCase() ?? '') || 1);
  return told === null || plan === null ? null : { ...told, interpretation: { ...told.interpretation, plan } };
}
