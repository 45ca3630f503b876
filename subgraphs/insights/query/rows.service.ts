import { z } from 'zod';
import { type InputProblem, type InputRefused, inputProblem, inputRefused } from '../../kernel/errors/input-problem.type.ts';
import { commonErrors } from '../../kernel/errors/common.errors.ts';
import { encodeCursor } from '../../kernel/pagination/cursor.ts';
import type { Page } from '../../kernel/pagination/page.ts';
import type { System } from '../../kernel/system.ts';
import type { UserViewer } from '../../kernel/viewer/viewer.ts';
import { contextOf } from '../answer/knowledge.ts';
import { limitedBy, shownSql } from '../answer/limits.ts';
import { tableOf } from '../answer/table.ts';
import type { Declined } from '../ask/answer.type.ts';
import { insightsErrors } from '../insights.errors.ts';
import type { KnowledgeService } from '../knowledge/knowledge.service.ts';
import { showPlan } from '../plan/graph/show-plan.ts';
import { MAX_MEASURES, MAX_ROWS } from '../plan/query-plan.ts';
import { settleDays } from '../plan/relative-days.ts';
import { compilePlan } from '../sql/compile-plan.ts';
import { settleMoney } from '../sql/money.ts';
import { checkCandidate } from './checked-plan.ts';
import type { PlanService } from './plan.service.ts';
import { type RowsAsked, rowsPlan } from './rows-plan.ts';
import { QueryRows } from './rows.type.ts';

/** Rows that can be gone through, page by page; whoever wants more asks with conditions. */
const MAX_OFFSET = 100_000;
const offsetSchema = z.tuple([z.int().min(0).max(MAX_OFFSET)]);

/** Numbers by typed arguments. */
export class RowsService {
  private readonly system: System;
  private readonly knowledge: KnowledgeService;
  private readonly plans: PlanService;

  constructor(system: System, knowledge: KnowledgeService, plans: PlanService) {
    this.system = system;
    this.knowledge = knowledge;
    this.plans = plans;
  }

  /** One page of rows. @throws BAD_CURSOR */
  async page(viewer: UserViewer, asked: RowsAsked, { limit, after }: Page): Promise<QueryRows | Declined | InputRefused> {
    const offset = offsetOf(after);
    const knowledge = await this.knowledge.of(viewer);
    const today = this.system.clock().toISOString().slice(0, 10);
    const made = sizeFault(asked) ?? rowsPlan(contextOf(knowledge, today), asked);
    if ('fault' in made) return inputRefused([problem(made.fault.at, made.fault.text)]);
    const checked = checkCandidate(
      {
        ...settleMoney(settleDays(made.plan, today), knowledge.model),
        limit: Math.min(limit + 1, MAX_ROWS),
        ...(offset > 0 ? { offset } : {}),
      },
      knowledge.model,
    );
    if (checked.kind === 'invalid') return inputRefused(checked.problems);
    const { plan } = checked;
    const held = await this.plans.held(viewer, knowledge, plan, 'these numbers');
    if (held !== null) return held;
    const compiled = compilePlan(plan, knowledge.model);
    const result = await this.plans.guarded(() =>
      this.knowledge.asking(viewer.tenantId, async (run) => ({
        rows: await run(compiled),
        compared:
          plan.compare === null
            ? null
            : await run(compilePlan({ ...plan, period: plan.compare, limit: MAX_ROWS, order: [], offset: undefined }, knowledge.model)),
      })),
    );
    if ('problems' in result) return result;
    const table = tableOf(knowledge, plan, result.rows.slice(0, limit), result.compared);
    const edges = table.rows.map((cells, index) => ({ node: { cells }, cursor: encodeCursor([offset + index + 1]) }));
    return Object.assign(new QueryRows(), {
      columns: table.columns,
      edges,
      nodes: edges.map(({ node }) => node),
      pageInfo: {
        hasNextPage: result.rows.length > limit && offset + limit <= MAX_OFFSET,
        endCursor: edges.at(-1)?.cursor ?? null,
      },
      plan: showPlan(plan),
      sql: shownSql(knowledge, plan, compiled),
      limitedBy: limitedBy(knowledge, plan),
    });
  }
}

const problem = (at: string, text: string): InputProblem => inputProblem(insightsErrors.PLAN_INVALID({ reason: text }), at);

function sizeFault({ measures, by }: RowsAsked): { fault: { at: string; text: string } } | null {
  if (measures.length === 0 || measures.length > MAX_MEASURES)
    return { fault: { at: 'measures', text: `There are 1 to ${MAX_MEASURES} measures.` } };
  return by.length > 4 ? { fault: { at: 'by', text: 'There are at most 4 dimensions.' } } : null;
}

function offsetOf(after: Page['after']): number {
  if (after === null) return 0;
  const parsed = offsetSchema.safeParse(after);
  if (!parsed.success) throw commonErrors.BAD_CURSOR({});
  return parsed.data[0];
}
