import { randomUUID } from 'node:crypto';
import { LockMode } from '@mikro-orm/postgresql';
import { z } from 'zod';
import type { UnitOfWork } from '../../kernel/database/unit-of-work.ts';
import { type InputProblem, inputProblem } from '../../kernel/errors/input-problem.type.ts';
import { inOrder } from '../../kernel/loaders/loader-scope.ts';
import { newerThan } from '../../kernel/pagination/by-time.ts';
import { connectionFrom, type ConnectionOf, type Page } from '../../kernel/pagination/page.ts';
import { ingressErrors, inWords } from '../../kernel/privacy/privacy.errors.ts';
import { screenTexts } from '../../kernel/privacy/screen-texts.ts';
import type { System } from '../../kernel/system.ts';
import { isTimeZone, tenantTimeZone } from '../../kernel/tenancy/time-zone.ts';
import type { UserViewer } from '../../kernel/viewer/viewer.ts';
import { AgentRow } from '../agent/agent.entity.ts';
import { BudgetRow } from './budget.entity.ts';
import { budgetErrors } from './budget.errors.ts';
import { type Budget, SaveBudgetInput } from './budget.type.ts';
import { toDollars, toMicros } from './money.ts';

const MAX_BUDGETS = 200;
const MAX_NAME_CHARACTERS = 120;
const MAX_DOLLARS = 1_000_000_000;
const MAX_TOKENS = 1_000_000_000_000;

const isId = (text: string): boolean => z.uuid().safeParse(text).success;

/** Budgets as people make them; the only writer of `budget`. */
export class BudgetService {
  readonly #system: System;

  constructor(system: System) {
    this.#system = system;
  }

  /** Budgets by id, null for those that are not of the viewer's tenant. */
  async load({ tenantId }: UserViewer, ids: readonly string[]): Promise<(Budget | null)[]> {
    const rows = await this.#system.database.unitOfWork(tenantId, ({ em }) => em.find(BudgetRow, { tenantId, id: ids.filter(isId) }));
    return inOrder(ids, rows, ({ id }) => id).map((row) => row && shown(row));
  }

  /** The tenant's budgets, oldest first. @throws BAD_CURSOR */
  page({ tenantId }: UserViewer, page: Page): Promise<ConnectionOf<Budget>> {
    const beyond = page.after === null ? {} : { $or: newerThan(page.after, 'createdAt') };
    return this.#system.database.unitOfWork(tenantId, async ({ em }) => {
      const order = { createdAt: 'asc', id: 'asc' } as const;
      const rows = await em.find(BudgetRow, { tenantId, ...beyond }, { orderBy: order, limit: page.limit + 1 });
      const total = await em.count(BudgetRow, { tenantId });
      return connectionFrom(page, rows.map(shown), total, ({ createdAt, id }) => [createdAt.toISOString(), id]);
    });
  }

  /** Makes a budget, or changes one that nobody else has changed meanwhile. @returns it, or everything that has to be corrected */
  async save(viewer: UserViewer, input: SaveBudgetInput): Promise<Budget | InputProblem[]> {
    const problems = problemsOf(input);
    if (problems.length > 0) return problems;
    const { tenantId } = viewer;
    const screened = await screenTexts(this.#system, tenantId, 'AGENT_INPUTS', [input.name.trim()], true);
    if (screened.kind === 'BLOCKED') return [inputProblem(ingressErrors.PERSONAL_DATA_BLOCKED({ types: inWords(screened.types) }), 'name')];
    const name = screened.texts[0] ?? input.name.trim();
    return this.#system.database.unitOfWork(tenantId, (unit) =>
      this.#write(unit, viewer, Object.assign(new SaveBudgetInput(), input, { name })),
    );
  }

  async #write(unit: UnitOfWork, viewer: UserViewer, input: SaveBudgetInput): Promise<Budget | InputProblem[]> {
    const { em } = unit;
    const { tenantId, userId } = viewer;
    const agentId = input.agentId ?? null;
    if (agentId !== null && (!isId(agentId) || (await em.count(AgentRow, { tenantId, id: agentId })) === 0))
      return [inputProblem(budgetErrors.BUDGET_SCOPE_INVALID({ reason: 'There is no such agent.' }), 'agentId')];
    const now = this.#system.clock();
    const facts = {
      name: input.name,
      scope: input.scope,
      agentId,
      period: input.window,
      timeZone: input.timeZone ?? (await tenantTimeZone(unit)),
      limitMicros: input.limit == null ? null : toMicros(input.limit),
      limitTokens: input.tokenLimit ?? null,
      onReaching: input.onReaching,
      enabled: input.enabled,
      updatedAt: now,
      updatedBy: userId,
    };
    if (input.id == null) {
      if ((await em.count(BudgetRow, { tenantId })) >= MAX_BUDGETS)
        return [inputProblem(budgetErrors.TOO_MANY_BUDGETS({ max: MAX_BUDGETS }))];
      const made = em.create(BudgetRow, { id: randomUUID(), tenantId, ...facts, version: 1, createdAt: now });
      await em.persist(made).flush();
      return shown(made);
    }
    const row = isId(input.id) ? await em.findOne(BudgetRow, { tenantId, id: input.id }, { lockMode: LockMode.PESSIMISTIC_WRITE }) : null;
    if (row === null) return [inputProblem(budgetErrors.BUDGET_UNKNOWN({}), 'id')];
    const { version } = row;
    if (input.expectedVersion != null && input.expectedVersion !== version)
      return [inputProblem(budgetErrors.BUDGET_CHANGED_MEANWHILE({ version }), 'expectedVersion')];
    return shown(em.assign(row, { ...facts, version: version + 1 }));
  }

  /** @returns false when it was not there */
  remove({ tenantId }: UserViewer, id: string): Promise<boolean> {
    return this.#system.database.unitOfWork(tenantId, async ({ em }) => {
      const row = isId(id) ? await em.findOne(BudgetRow, { tenantId, id }) : null;
      if (row !== null) em.remove(row);
      return row !== null;
    });
  }
}

function problemsOf({ name, scope, agentId, window, timeZone, limit, tokenLimit }: SaveBudgetInput): InputProblem[] {
  const length = name.trim().length;
  const scoped = (reason: string, field: string): InputProblem => inputProblem(budgetErrors.BUDGET_SCOPE_INVALID({ reason }), field);
  const bound = (value: number | null | undefined, max: number): boolean =>
    value == null || (Number.isFinite(value) && value >= 0 && value <= max);
  const tokensFit = bound(tokenLimit, MAX_TOKENS) && (tokenLimit == null || Number.isInteger(tokenLimit));
  return [
    ...(length < 1 || length > MAX_NAME_CHARACTERS
      ? [inputProblem(budgetErrors.BUDGET_NAME_INVALID({ max: MAX_NAME_CHARACTERS }), 'name')]
      : []),
    ...(limit == null && tokenLimit == null ? [inputProblem(budgetErrors.BUDGET_WITHOUT_LIMIT({}), 'limit')] : []),
    ...(bound(limit, MAX_DOLLARS) ? [] : [inputProblem(budgetErrors.BUDGET_LIMIT_INVALID({ max: MAX_DOLLARS }), 'limit')]),
    ...(tokensFit ? [] : [inputProblem(budgetErrors.BUDGET_LIMIT_INVALID({ max: MAX_TOKENS }), 'tokenLimit')]),
    ...(scope === 'TENANT' && agentId != null ? [scoped('A budget of the company holds for all agents.', 'agentId')] : []),
    ...(scope === 'RUN' && window !== 'TOTAL' ? [scoped('A budget of runs holds for the whole run: its window is TOTAL.', 'window')] : []),
    ...(timeZone == null || isTimeZone(timeZone)
      ? []
      : [inputProblem(budgetErrors.BUDGET_ZONE_UNKNOWN({ zone: timeZone.slice(0, 60) }), 'timeZone')]),
  ];
}

function shown(row: BudgetRow): Budget {
  return {
    id: row.id,
    name: row.name,
    scope: row.scope,
    window: row.period,
    timeZone: row.timeZone,
    limit: row.limitMicros == null ? null : toDollars(row.limitMicros),
    tokenLimit: row.limitTokens ?? null,
    onReaching: row.onReaching,
    enabled: row.enabled,
    version: row.version,
    createdAt: row.createdAt,
    updatedAt: row.updatedAt,
    agentId: row.agentId ?? null,
    updatedById: row.updatedBy,
  };
}
