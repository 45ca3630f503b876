import { setImmediate } from 'node:timers/promises';
import { contextOf, read, type Knowledge } from '../../answer/knowledge.ts';
import { periodText } from '../../answer/sentence.ts';
import { sliceFields } from '../../answer/variations.ts';
import { timePhraseAt } from '../../language/time-phrases.ts';
import { tokenize } from '../../language/tokenize.ts';
import type { QueryPlan } from '../../plan/query-plan.ts';
import { inSentence } from '../../suggest/question-for.ts';
import { SIDE_BY_SIDE } from '../dimensions.ts';
import { metricNamed } from '../measures.ts';
import type { Read, Reader, Unread } from './pieces.ts';

/** Questions that one refinement may read: what it bounds is time, the same for everybody. */
const MAX_READ = 600;
const FILLERS = new Set([
  'in',
  'for',
  'during',
  'the',
  'of',
  'from',
  'over',
  'only',
  'just',
  'show',
  'to',
  'year',
  'period',
  'change',
  'switch',
  'use',
  'it',
  'as',
  'at',
]);

/** Reads questions with a tenant's knowledge, each once; between them others get their turn. */
export function knowledgeReader(knowledge: Knowledge, today: string): Reader {
  const known = new Map<string, Read | Unread>();
  const context = contextOf(knowledge, today);
  return {
    async read(question) {
      const before = known.get(question);
      if (before !== undefined) return before;
      if (known.size >= MAX_READ) return { reason: 'too many ways of saying it were tried.', unknown: [] };
      await setImmediate();
      const reading = read(knowledge, question, today);
      const found: Read | Unread =
        reading.kind === 'understood'
          ? { question, plan: reading.interpretation.plan, tokens: reading.tokens }
          : { reason: reading.refusal.text, unknown: reading.refusal.notUnderstood };
      known.set(question, found);
      return found;
    },
    metricLabel: (name) => knowledge.metrics.get(name)?.definition.label ?? null,
    timed({ measures, sources }) {
      const metric = measures[0]?.metric ?? null;
      return (metric === null ? null : metricNamed(knowledge, metric))?.timed ?? sources.every(({ timeField }) => timeField !== null);
    },
    many: ({ groupBy }) => groupBy.some(({ entity }) => entity !== null && (knowledge.profile.entities[entity]?.rows ?? 0) > SIDE_BY_SIDE),
    period: (words) => periodNamed(words, today),
    dimensions(plan: QueryPlan) {
      const [source] = plan.sources;
      const slices = sliceFields(context, plan).map(({ label }) => label.toLowerCase());
      const near = source === undefined ? [] : knowledge.model.paths(source.entity).filter(({ relations }) => relations.length === 1);
      return [...new Set([...slices, ...near.map(({ target }) => inSentence(knowledge.model.entity(target).label))])];
    },
  };
}

/** The period that words name and nothing beside it: `in 2021`, `last quarter`; null for anything more or less. */
function periodNamed(words: string, today: string): { text: string; label: string } | null {
  const tokens = tokenize(words);
  for (let at = 0; at < tokens.length; at += 1) {
    const phrase = timePhraseAt(tokens, at, today);
    if (phrase?.kind !== 'range') continue;
    const others = tokens.filter((_, index) => index < at || index >= at + phrase.length);
    if (others.some(({ lower }) => !FILLERS.has(lower))) return null;
    const { from, to, label, relative } = phrase.range;
    return { text: periodText({ from, to, label, relative }).trim(), label };
  }
  return null;
}
