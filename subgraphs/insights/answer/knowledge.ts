import type { Context } from '../compose/context.ts';
import { interpret } from '../compose/interpret.ts';
import type { Reading } from '../compose/interpret.ts';
import { taught, type Learnt } from '../compose/learnt.ts';
import { clockOf } from '../language/clock.ts';
import { buildLexiconInSteps } from '../language/lexicon.ts';
import type { Lexicon } from '../language/lexicon-builder.ts';
import { bindMetrics } from '../metrics/bind-metrics.ts';
import type { BoundMetric } from '../metrics/bound-metric.ts';
import type { MetricDefinition } from '../metrics/metric-definition.ts';
import type { DataProfile } from '../model/data-profile.ts';
import { OPEN_GUARD, type Guard } from '../../kernel/data-access/guard.ts';
import { indexModel } from '../model/model-index.ts';
import type { ModelIndex } from '../model/model-index.ts';
import { moneyRules } from '../model/money-rules.ts';
import { SHIPPED_SETTINGS } from '../settings/fiscal-settings.ts';
import type { SemanticSettings } from '../settings/fiscal-settings.ts';
import { seenModel } from '../model/seen-model.ts';
import { readMasked } from './not-permitted.ts';
import type { SemanticModel } from '../../../schema/events/semantic-model.ts';

/** What questions are read with: model, metrics, data profile and the lexicon over all of them. */
export interface Whole {
  model: ModelIndex;
  metrics: Map<string, BoundMetric>;
  profile: DataProfile;
  lexicon: Lexicon;
  /** What people's feedback says of words; absent: nothing. */
  learnt?: Learnt | undefined;
}

/** What one tenant's questions are read with, for all who see the same of its data. Immutable. */
export interface Knowledge extends Whole {
  guard: Guard;
  /** The same with the names of masked attributes, so that questions about them can be declined; null where nothing is masked. */
  whole: Whole | null;
}

/** Puts a tenant's knowledge together without holding anybody up; it is kept per data version and access. */
export async function assembleKnowledge(
  model: SemanticModel,
  definitions: MetricDefinition[],
  profile: DataProfile,
  guard: Guard = OPEN_GUARD,
  settings: SemanticSettings = SHIPPED_SETTINGS,
): Promise<Knowledge> {
  const indexed = (seen: SemanticModel): ModelIndex => {
    const index = indexModel(seen, guard);
    return { ...index, calendar: settings, money: moneyRules(index, profile, settings.reportingCurrency) };
  };
  const masked = model.entities.some((entity) => guard.masked(entity).size > 0);
  const whole = await assemble(indexed(model), definitions, profile);
  return masked
    ? { ...(await assemble(indexed(seenModel(model, guard)), definitions, profile)), guard, whole }
    : { ...whole, guard, whole: null };
}

async function assemble(index: ModelIndex, definitions: MetricDefinition[], profile: DataProfile): Promise<Whole> {
  const bound = bindMetrics(definitions, index, profile);
  return {
    model: index,
    metrics: new Map(bound.map((metric) => [metric.definition.name, metric])),
    profile,
    lexicon: await buildLexiconInSteps(index, bound, profile),
  };
}

/** Knowledge with what people's feedback says of words. */
export const withLearnt = (knowledge: Knowledge, learnt: Learnt): Knowledge => ({
  ...knowledge,
  learnt,
  whole: knowledge.whole === null ? null : { ...knowledge.whole, learnt },
});

/** The context a question is read in on a day (YYYY-MM-DD). */
export function contextOf(knowledge: Whole, today: string): Context {
  const clock = clockOf(knowledge.model, knowledge.profile, today);
  return { model: knowledge.model, metrics: knowledge.metrics, profile: knowledge.profile, learnt: knowledge.learnt, today, clock };
}

/** Reads a question with a tenant's knowledge; what would tell of masked values is declined. Pure; never throws on any text. */
export function read(knowledge: Knowledge, question: string, today: string): Reading {
  const reading = (one: Whole): Reading => interpret(question, taught(one.lexicon, one.learnt), contextOf(one, today));
  return knowledge.whole === null ? reading(knowledge) : readMasked(knowledge, question, today, reading);
}
