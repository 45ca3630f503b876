import type { Context } from '../compose/context.ts';
import { interpret } from '../compose/interpret.ts';
import type { Reading } from '../compose/interpret.ts';
import { buildLexiconInSteps } from '../language/lexicon.ts';
import type { Lexicon } from '../language/lexicon-builder.ts';
import { bindMetrics } from '../metrics/bind-metrics.ts';
import type { BoundMetric } from '../metrics/bound-metric.ts';
import type { MetricDefinition } from '../metrics/metric-definition.ts';
import type { DataProfile } from '../model/data-profile.ts';
import { indexModel } from '../model/model-index.ts';
import type { ModelIndex } from '../model/model-index.ts';
import type { SemanticModel } from '../../../schema/events/semantic-model.ts';

/** What one tenant's questions are read with: model, metrics, data profile and the lexicon over all of them. Immutable. */
export interface Knowledge {
  model: ModelIndex;
  metrics: Map<string, BoundMetric>;
  profile: DataProfile;
  lexicon: Lexicon;
}

/** Puts a tenant's knowledge together without holding anybody up; it is kept per data version. */
export async function assembleKnowledge(model: SemanticModel, definitions: MetricDefinition[], profile: DataProfile): Promise<Knowledge> {
  const index = indexModel(model);
  const bound = bindMetrics(definitions, index, profile);
  return {
    model: index,
    metrics: new Map(bound.map((metric) => [metric.definition.name, metric])),
    profile,
    lexicon: await buildLexiconInSteps(index, bound, profile),
  };
}

/** The context a question is read in on a day (YYYY-MM-DD). */
export function contextOf(knowledge: Knowledge, today: string): Context {
  return { model: knowledge.model, metrics: knowledge.metrics, profile: knowledge.profile, today };
}

/** Reads a question with a tenant's knowledge. Pure; never throws on any text. */
export function read(knowledge: Knowledge, question: string, today: string): Reading {
  return interpret(question, knowledge.lexicon, contextOf(knowledge, today));
}
