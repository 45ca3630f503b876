import { Arg, Ctx, Int, Query, Resolver } from 'type-graphql';
import type { InputRefused } from '../../kernel/errors/input-problem.type.ts';
import type { GraphContext } from '../../kernel/federation/context.ts';
import { pageOf } from '../../kernel/pagination/page.ts';
import { requireUser } from '../../kernel/viewer/viewer.ts';
import type { Declined } from '../ask/answer.type.ts';
import { PlanPeriodInput } from '../plan/graph/query-plan.input.ts';
import { QueryConditionInput, QueryDimensionInput, QueryMeasureInput, QueryOrderInput } from './rows.input.ts';
import type { RowsService } from './rows.service.ts';
import { QueryResult, type QueryRows } from './rows.type.ts';

@Resolver()
export class RowsResolver {
  private readonly service: RowsService;

  constructor(service: RowsService) {
    this.service = service;
  }

  @Query(() => QueryResult, { description: 'Numbers by typed arguments: metrics and aggregates, split and restricted, a page at a time.' })
  query(
    @Ctx() { viewer }: GraphContext,
    @Arg('measures', () => [QueryMeasureInput], { description: 'What is computed, 1 to 12 numbers.' }) measures: QueryMeasureInput[],
    @Arg('by', () => [QueryDimensionInput], { defaultValue: [], description: 'What they are split by, at most 4.' })
    by: QueryDimensionInput[],
    @Arg('where', () => [QueryConditionInput], { defaultValue: [], description: 'Conditions on the records, all of them; at most 20.' })
    where: QueryConditionInput[],
    @Arg('period', () => PlanPeriodInput, { nullable: true, description: 'The time it is about; left out: all of it.' })
    period: PlanPeriodInput | null | undefined,
    @Arg('compare', () => PlanPeriodInput, {
      nullable: true,
      description: 'A time to compare the first measure with, in columns of its own.',
    })
    compare: PlanPeriodInput | null | undefined,
    @Arg('orderBy', () => [QueryOrderInput], {
      defaultValue: [],
      description: 'The order of the rows; left out: by time, else largest first.',
    })
    orderBy: QueryOrderInput[],
    @Arg('first', () => Int, { defaultValue: 100, description: 'How many rows, 1 to 500.' }) first: number,
    @Arg('after', () => String, { nullable: true, description: 'Where the last page ended.' }) after?: string | null,
  ): Promise<QueryRows | Declined | InputRefused> {
    const asked = { measures, by, where, period: period ?? null, compare: compare ?? null, orderBy };
    return this.service.page(requireUser(viewer), asked, pageOf(first, after));
  }
}
