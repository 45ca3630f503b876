import { FieldResolver, Resolver, Root } from 'type-graphql';
import { Answer } from '../ask/answer.type.ts';
import { QueryPlan } from '../plan/graph/query-plan.type.ts';
import { showPlan } from '../plan/graph/show-plan.ts';

@Resolver(() => Answer)
export class AnswerPlanResolver {
  @FieldResolver(() => QueryPlan, { description: 'The validated query plan.' })
  plan(@Root() answer: Answer): QueryPlan {
    return showPlan(answer.facts.plan);
  }
}
