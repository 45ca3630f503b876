import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import type { UnitOfWork } from '../../kernel/database/unit-of-work.ts';
import { type InputProblem, inputProblem } from '../../kernel/errors/input-problem.type.ts';
import { inOrder } from '../../kernel/loaders/loader-scope.ts';
import { olderThan } from '../../kernel/pagination/by-time.ts';
import { connectionFrom, type ConnectionOf, type Page } from '../../kernel/pagination/page.ts';
import { DurableRunRow } from '../../kernel/runs/durable-run.entity.ts';
import { ingressErrors, inWords } from '../../kernel/privacy/privacy.errors.ts';
import { screenTexts } from '../../kernel/privacy/screen-texts.ts';
import type { System } from '../../kernel/system.ts';
import type { UserViewer } from '../../kernel/viewer/viewer.ts';
import { farmErrors } from './farm.errors.ts';
import { FarmRunRow } from './farm-run.entity.ts';
import type { FarmRun } from './farm-run.type.ts';
import { FARM_WORKFLOW } from './farm-workflow.ts';
import { readScenario } from './scenario/read-scenario.ts';

/** Stress tests of one company at a time. */
const MAX_RUNNING = 3;

/** Starts stress tests and reads what they came to. */
export class FarmService {
  readonly #system: System;

  readonly #hasExecutor: boolean;

  constructor(system: System, hasExecutor: boolean) {
    this.#system = system;
    this.#hasExecutor = hasExecutor;
  }

  /** @returns the stress test that has begun, or everything in the scenario that has to be corrected */
  async start({ tenantId, userId }: UserViewer, document: unknown): Promise<FarmRun | InputProblem[]> {
    const read = readScenario(document);
    if (read.kind === 'FAULTY')
      return read.problems.map(({ path, message }) =>
        inputProblem(farmErrors.FARM_SCENARIO_INVALID({ path, reason: message }), 'scenario'),
      );
    if (read.scenario.form === 'EXECUTOR' && !this.#hasExecutor)
      return [inputProblem(farmErrors.FARM_SCENARIO_INVALID({ path: 'form', reason: 'This server has rehearsals only.' }), 'scenario')];
    const screened = await screenTexts(this.#system, tenantId, 'AGENT_INPUTS', [read.scenario.name], true);
    if (screened.kind === 'BLOCKED')
      return [inputProblem(ingressErrors.PERSONAL_DATA_BLOCKED({ types: inWords(screened.types) }), 'scenario')];
    const scenario = { ...read.scenario, name: screened.texts[0] ?? read.scenario.name };
    return this.#system.database.unitOfWork(tenantId, async (unit) => {
      if ((await running(unit)) >= MAX_RUNNING) return [inputProblem(farmErrors.TOO_MANY_FARM_RUNS({ max: MAX_RUNNING }))];
      const row = unit.em.create(FarmRunRow, {
        id: randomUUID(),
        tenantId,
        name: scenario.name,
        scenario,
        done: 0,
        total: scenario.workflows.length,
        report: null,
        startedAt: this.#system.clock(),
        startedBy: userId,
        finishedAt: null,
      });
      await unit.em.persist(row).flush();
      const subject = { farmRunId: row.id };
      await this.#system.runs.start(unit, {
        id: row.id,
        workflow: FARM_WORKFLOW,
        title: `Stress test: ${row.name}`,
        subject,
        startedBy: userId,
      });
      return shown(row, false);
    });
  }

  /** Stress tests by id, null for those that are not of the viewer's tenant. */
  load({ tenantId }: UserViewer, ids: readonly string[]): Promise<(FarmRun | null)[]> {
    const known = ids.filter((id) => z.uuid().safeParse(id).success);
    return this.#system.database.unitOfWork(tenantId, async (unit) => {
      const rows = await unit.em.find(FarmRunRow, { tenantId, id: known });
      return inOrder(ids, await showAll(unit, rows), ({ id }) => id);
    });
  }

  /** The tenant's stress tests, newest first. @throws BAD_CURSOR */
  page({ tenantId }: UserViewer, page: Page): Promise<ConnectionOf<FarmRun>> {
    const beyond = page.after === null ? {} : { $or: olderThan(page.after, 'startedAt') };
    return this.#system.database.unitOfWork(tenantId, async (unit) => {
      const order = { startedAt: 'desc', id: 'desc' } as const;
      const rows = await unit.em.find(FarmRunRow, { tenantId, ...beyond }, { orderBy: order, limit: page.limit + 1 });
      const total = await unit.em.count(FarmRunRow, { tenantId });
      return connectionFrom(page, await showAll(unit, rows), total, ({ startedAt, id }) => [startedAt.toISOString(), id]);
    });
  }
}

function running({ em, tenantId }: UnitOfWork): Promise<number> {
  return em.count(DurableRunRow, { tenantId, workflow: FARM_WORKFLOW, finishedAt: null });
}

async function showAll({ em, tenantId }: UnitOfWork, rows: readonly FarmRunRow[]): Promise<FarmRun[]> {
  const open = rows.flatMap(({ id, report }) => (report == null ? [id] : []));
  const ended = open.length === 0 ? [] : await em.find(DurableRunRow, { tenantId, id: { $in: open }, finishedAt: { $ne: null } });
  const over = new Set(ended.map(({ id }) => id));
  return rows.map((row) => shown(row, over.has(row.id)));
}

function shown(row: FarmRunRow, ended: boolean): FarmRun {
  const { id, name, scenario, done, total, startedAt, startedBy } = row;
  const report = row.report ?? null;
  return {
    id,
    name,
    seed: scenario.seed,
    status: report !== null ? 'FINISHED' : ended ? 'ENDED' : 'RUNNING',
    done,
    total,
    verdict: report?.verdict ?? null,
    foretold: report?.foretold ?? null,
    agrees: report?.agrees ?? null,
    scenario,
    report,
    startedAt,
    finishedAt: row.finishedAt ?? null,
    startedById: startedBy,
  };
}
