import type { Knowledge } from '../answer/knowledge.ts';
import { read } from '../answer/knowledge.ts';
import type { LearntLink } from '../compose/learnt.ts';
import type { ReadToken } from '../compose/interpret.ts';
import { phraseKey } from '../language/tokenize.ts';
import type { AnswerFacts } from '../answer/answer-types.ts';

const MAX_LINKS = 12;
const TAUGHT = new Set(['METRIC', 'ENTITY', 'DIMENSION', 'VALUE']);

const links = (tokens: readonly ReadToken[], weight: number): LearntLink[] =>
  tokens.flatMap((token) =>
    token.meaning === null || !TAUGHT.has(token.kind) ? [] : [{ phrase: phraseKey(token.text), meaning: token.meaning, weight }],
  );

/** The words that name what a plan computes. */
const ofMetric = (tokens: readonly ReadToken[]): ReadToken[] =>
  tokens.filter((token) => token.kind === 'METRIC' || token.kind === 'ENTITY');

/**
 * What a rating teaches. GOOD: what the words were taken for, they mean. BAD with a correction: where the correction asks for another metric, the
 * words that named the wrong one mean the other from now on; without one: what they were taken for, they may not mean.
 */
export function taughtBy(
  knowledge: Knowledge,
  answer: Pick<AnswerFacts, 'tokens' | 'metric'>,
  rating: 'GOOD' | 'BAD',
  correction: string | null,
  today: string,
): LearntLink[] {
  const { tokens } = answer;
  if (rating === 'GOOD') return links(tokens, 1).slice(0, MAX_LINKS);
  const reading = correction === null ? null : read(knowledge, correction, today);
  const meant = reading?.kind === 'understood' ? reading : null;
  const wanted = meant?.interpretation.plan.measures[0]?.metric ?? null;
  const named = ofMetric(tokens);
  const label = wanted === null ? undefined : knowledge.metrics.get(wanted)?.definition.label;
  if (wanted !== null && label !== undefined && wanted !== answer.metric) {
    const [only, more] = named;
    const rather =
      only === undefined || more !== undefined ? [] : [{ phrase: phraseKey(only.text), meaning: label, weight: 1, metric: wanted }];
    return [...links(named, -1), ...rather].slice(0, MAX_LINKS);
  }
  // The same metric: what else the two do not have in common was wrong.
  const right = new Set((meant?.tokens ?? []).flatMap(({ meaning }) => meaning ?? []));
  const wrong = meant === null ? tokens : tokens.filter(({ meaning }) => meaning !== null && !right.has(meaning));
  return links(wrong, -1).slice(0, MAX_LINKS);
}

/** Words that are taught together: more are a sentence, and no name of anything. */
const MAX_TAUGHT_WORDS = 4;

/**
 * What the correction of a question teaches that was declined: the words that were not understood mean the metric that the correction asks for. Nothing
 * where they may be several names, or the correction asks for none.
 */
export function taughtByDeclined(
  knowledge: Knowledge,
  notUnderstood: readonly string[],
  correction: string | null,
  today: string,
): LearntLink[] {
  const phrase = notUnderstood.join(' ').trim();
  const reading = correction === null ? null : read(knowledge, correction, today);
  const metric = reading?.kind === 'understood' ? (reading.interpretation.plan.measures[0]?.metric ?? null) : null;
  const label = metric === null ? undefined : knowledge.metrics.get(metric)?.definition.label;
  const words = phrase.split(/\s+/).filter((word) => word !== '').length;
  return metric === null || label === undefined || words === 0 || words > MAX_TAUGHT_WORDS
    ? []
    : [{ phrase: phraseKey(phrase), meaning: label, weight: 1, metric }];
}
