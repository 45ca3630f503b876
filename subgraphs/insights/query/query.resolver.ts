import { Arg, Ctx, ID, Query, Resolver } from 'type-graphql';
import type { InputRefused } from '../../kernel/errors/input-problem.type.ts';
import type { GraphContext } from '../../kernel/federation/context.ts';
import { requireUser } from '../../kernel/viewer/viewer.ts';
import { decodeAnswerId } from '../ask/answer-id.ts';
import type { Answer, Declined } from '../ask/answer.type.ts';
import { Persona } from '../metrics/metric-enums.ts';
import { QueryPlanInput } from '../plan/graph/query-plan.input.ts';
import { isPlanId } from './plan-id.ts';
import type { PlanService } from './plan.service.ts';
import { type Planned, PlanResult, PlanAnswerResult } from './query.type.ts';

@Resolver()
export class QueryResolver {
  private readonly service: PlanService;

  constructor(service: PlanService) {
    this.service = service;
  }

  @Query(() => PlanResult, { description: 'What a question means, as a validated plan with its SQL; nothing is computed.' })
  plan(
    @Ctx() { viewer }: GraphContext,
    @Arg('question', () => String, { description: 'The question, at most 1 000 characters.' }) question: string,
    @Arg('persona', () => Persona, { nullable: true, description: 'Through whose eyes; told from the question when it is not said.' })
    persona?: Persona | null,
    @Arg('after', () => ID, { nullable: true, description: 'Id of the answer that the question follows.' }) after?: string | null,
  ): Promise<Planned | Declined> {
    const before = after == null || isPlanId(after) ? null : decodeAnswerId(after);
    return this.service.plan(requireUser(viewer), question, persona ?? null, before);
  }

  @Query(() => PlanAnswerResult, {
    description: 'Runs a plan: an answer’s own, changed or not, or one made from nothing. It is validated and guarded as questions are.',
  })
  runPlan(
    @Ctx() { viewer }: GraphContext,
    @Arg('plan', () => QueryPlanInput, { description: 'The plan.' }) plan: QueryPlanInput,
    @Arg('persona', () => Persona, { nullable: true, description: 'Through whose eyes.' }) persona?: Persona | null,
  ): Promise<Answer | Declined | InputRefused> {
    return this.service.run(requireUser(viewer), plan, persona ?? null);
  }
}
