import type { Feature } from '../../kernel/federation/feature.ts';
import type { PlanService } from './plan.service.ts';
import { AnswerPlanResolver } from './answer-plan.resolver.ts';
import { QueryResolver } from './query.resolver.ts';
import { RowsResolver } from './rows.resolver.ts';
import type { RowsService } from './rows.service.ts';
import { TokenResolver } from './token.resolver.ts';

/** Plans of questions, plans that are given, and numbers by typed arguments. */
export function createQuerying(plans: PlanService, rows: RowsService): Feature {
  return { resolvers: [new QueryResolver(plans), new AnswerPlanResolver(), new TokenResolver(plans), new RowsResolver(rows)] };
}
