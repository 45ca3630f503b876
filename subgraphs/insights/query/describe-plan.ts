import { periodText } from '../answer/sentence.ts';
import type { ModelIndex } from '../model/model-index.ts';
import type { QueryPlan } from '../plan/query-plan.ts';

/** What a plan asks for, in a few words: `Revenue by region in 2025`. */
export function describePlan(plan: QueryPlan, model: ModelIndex): string {
  const [source] = plan.sources;
  const what =
    plan.shape === 'list'
      ? (source === undefined ? null : model.find(source.entity))?.pluralLabel
      : plan.measures.map(({ label }) => label).join(', ');
  const by = plan.groupBy.length === 0 ? '' : ` by ${plan.groupBy.map(({ label }) => label.toLowerCase()).join(' and ')}`;
  return `${what ?? 'Records'}${by}${periodText(plan.period)}`;
}
