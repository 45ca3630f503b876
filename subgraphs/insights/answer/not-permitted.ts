import type { Reading, ReadToken } from '../compose/interpret.ts';
import { link } from '../language/link.ts';
import type { Meaning } from '../language/meaning.ts';
import { MAX_QUESTION_LENGTH } from '../language/tokenize.ts';
import type { ModelIndex } from '../model/model-index.ts';
import type { QueryPlan } from '../plan/query-plan.ts';
import type { Knowledge, Whole } from './knowledge.ts';
import { maskedUses, type MaskedUse } from './masked-uses.ts';

/** What a question says of masked attributes, read with all names there are and with no values that are masked. */
interface Mentions {
  /** Whether some word may mean a masked attribute, or a metric made of one. */
  any: boolean;
  /** Attributes that a word means which means nothing else. */
  surely: MaskedUse[];
}

function mentionsOf(question: string, { whole, guard }: Knowledge, today: string): Mentions {
  if (whole === null) return { any: false, surely: [] };
  const usesOf = (meaning: Meaning): MaskedUse[] => {
    if (meaning.kind === 'attribute') {
      const entity = whole.model.find(meaning.entity);
      const mode = entity === null ? null : guard.maskOf(entity, meaning.attribute);
      return mode === null ? [] : [{ entity: meaning.entity, attribute: meaning.attribute, mode }];
    }
    return meaning.kind === 'metric' ? metricUses(whole, meaning.metric, guard) : [];
  };
  const items = link(question, whole.lexicon, today).map(({ meanings }) => meanings.map(usesOf));
  const surely = items.filter((each) => each.length > 0 && each.every((uses) => uses.some(({ mode }) => mode !== 'PSEUDONYM')));
  return { any: items.some((each) => each.some((uses) => uses.length > 0)), surely: surely.flat(2) };
}

/** Masked attributes that every way to compute a metric needs. */
function metricUses({ metrics, model }: Whole, name: string, guard: Knowledge['guard']): MaskedUse[] {
  const bound = metrics.get(name);
  if (bound?.computation == null) return [];
  const ways = [bound.computation, ...bound.alternatives].map(({ sources, expression }) => {
    const plan = {
      sources: sources.map((source) => ({ ...source, keys: [] })),
      measures: [{ expression }],
      columns: [],
      groupBy: [],
      period: null,
      compare: null,
    };
    return maskedUses(plan as unknown as QueryPlan, model, guard);
  });
  return ways.every((uses) => uses.length > 0) ? (ways[0] ?? []) : [];
}

/** Reads a question for somebody who does not see everything: `read` reads it with a model. Declines what would tell of what is masked. */
export function readMasked(knowledge: Knowledge, question: string, today: string, read: (knowledge: Whole) => Reading): Reading {
  const { whole, guard, model } = knowledge;
  if (whole === null || question.length > MAX_QUESTION_LENGTH) return read(knowledge);
  const mentions = mentionsOf(question, knowledge, today);
  const wide = read(whole);
  if (wide.kind === 'understood' && mentions.any) {
    const uses = maskedUses(wide.interpretation.plan, whole.model, guard);
    if (uses.length > 0) return declined(uses, whole.model, wide.tokens);
  }
  const tokens = wide.kind === 'understood' ? wide.tokens : wide.refusal.tokens;
  if (mentions.surely.length > 0 && wide.kind === 'refused') return declined(mentions.surely, whole.model, tokens);
  const reading = read(knowledge);
  if (reading.kind === 'refused') return reading;
  const uses = maskedUses(reading.interpretation.plan, model, guard);
  return uses.length > 0 ? declined(uses, whole.model, reading.tokens) : reading;
}

const WHAT: Readonly<Record<MaskedUse['mode'], string>> = {
  HIDE: 'does not see',
  PSEUDONYM: 'sees only pseudonyms of',
  PARTIAL: 'sees only parts of',
};

function declined(uses: readonly MaskedUse[], model: ModelIndex, tokens: ReadToken[]): Reading {
  const named = uses.map(({ entity, attribute, mode }) => {
    const label = model.attribute(entity, attribute)?.label.toLowerCase() ?? attribute;
    return { mode, text: `the ${label} of ${model.find(entity)?.pluralLabel.toLowerCase() ?? entity}` };
  });
  const parts = [...Map.groupBy(named, ({ mode }) => mode)].map(
    ([mode, each]) => `${WHAT[mode]} ${[...new Set(each.map(({ text }) => text))].join(' and ')}`,
  );
  return {
    kind: 'refused',
    refusal: {
      reason: 'NOT_PERMITTED',
      text: `Your role ${parts.join(', and ')}; this question cannot be answered without.`,
      notUnderstood: [],
      missing: [],
      wouldHelp: ['Ask an owner or administrator of your company whether you may see it.'],
      suggestions: [],
      tokens,
    },
  };
}
