import type { QueryPlan } from '../plan/query-plan.ts';
import type { AnswerFacts } from './answer-types.ts';
import type { Knowledge } from './knowledge.ts';

/** The domain of a number without a metric: by the kind of records it is about. */
export function domainOf(plan: QueryPlan, knowledge: Knowledge): AnswerFacts['domain'] {
  const entity = knowledge.model.find(plan.sources[0]?.entity ?? '');
  const byCanonical: Record<string, AnswerFacts['domain']> = {
    Employee: 'PEOPLE',
    Account: 'GROWTH',
    Contact: 'GROWTH',
    Opportunity: 'GROWTH',
    Revenue: 'FINANCE',
    Cost: 'FINANCE',
    Product: 'PRODUCT',
    Usage: 'PRODUCT',
  };
  const known = entity?.canonical == null ? undefined : byCanonical[entity.canonical];
  return known ?? (plan.measures[0]?.unit === 'MONEY' ? 'FINANCE' : 'OPERATIONS');
}
