import { read } from '../answer/knowledge.ts';
import type { Knowledge } from '../answer/knowledge.ts';
import type { Filter, QueryPlan } from '../plan/query-plan.ts';
import { aggregatesOf } from '../plan/plan-walk.ts';
import type { Frame, Idea } from './ideas.ts';

/** Values a plan is restricted to, as comparable texts. */
export function restrictions(plan: QueryPlan): string[] {
  const filters: Filter[] = [
    ...plan.sources.flatMap((source) => source.filters),
    ...plan.measures.flatMap((measure) => aggregatesOf(measure.expression).flatMap((leaf) => leaf.filters)),
  ];
  return filters.flatMap((filter) =>
    filter.kind === 'equals' ? [JSON.stringify([filter.field.attribute, filter.values, filter.negated])] : [],
  );
}

function sameMeasure({ measure }: Idea, plan: QueryPlan): boolean {
  const [found] = plan.measures;
  if (found === undefined || plan.sources[0]?.entity !== measure.entity) return false;
  if (measure.choice.metric !== null) return found.metric === measure.choice.metric;
  return JSON.stringify(found.expression) === JSON.stringify(measure.choice.expression);
}

function sameSplit({ dimension, grain }: Idea, plan: QueryPlan): boolean {
  if (dimension === null && grain === null) return plan.shape === 'value';
  const [by, more] = plan.groupBy;
  if (plan.shape !== 'groups' || by === undefined || more !== undefined) return false;
  if (grain !== null) return by.grain === grain;
  if (dimension === null || by.grain !== null) return false;
  if (dimension.entity !== null) return by.entity === dimension.entity;
  return dimension.field === null
    ? by.label.toLowerCase() === dimension.label.toLowerCase()
    : JSON.stringify(plan.sources[0]?.keys[0]) === JSON.stringify(dimension.field);
}

function samePeriod({ dated }: Idea, { period }: Frame, plan: QueryPlan): boolean {
  const wanted = dated ? period : null;
  return (plan.period?.from ?? null) === (wanted?.from ?? null) && (plan.period?.to ?? null) === (wanted?.to ?? null);
}

export interface Understood {
  idea: Idea;
  question: string;
  plan: QueryPlan;
}

/** The first way to ask for an idea that is read exactly as it is meant; null when none is. `required` are restrictions every plan carries. */
export function understood(knowledge: Knowledge, frame: Frame, idea: Idea, required: readonly string[]): Understood | null {
  for (const question of idea.questions) {
    const reading = read(knowledge, question, frame.context.today);
    if (reading.kind === 'refused') continue;
    const { plan } = reading.interpretation;
    const held = restrictions(plan);
    if (sameMeasure(idea, plan) && sameSplit(idea, plan) && samePeriod(idea, frame, plan) && required.every((each) => held.includes(each)))
      return { idea, question, plan };
  }
  return null;
}
