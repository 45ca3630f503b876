import { LockMode } from '@mikro-orm/postgresql';
import { z } from 'zod';
import { connectionFrom, type ConnectionOf, type Page } from '../../../kernel/pagination/page.ts';
import { olderThan } from '../../../kernel/pagination/by-time.ts';
import type { System } from '../../../kernel/system.ts';
import type { UserViewer } from '../../../kernel/viewer/viewer.ts';
import { EffectRow, type EffectStatus } from './effect.entity.ts';
import { Effect, type EffectOutcome } from './effect.type.ts';
import { effectErrors } from './effects.errors.ts';

const isId = (text: string): boolean => z.uuid().safeParse(text).success;
const BECOMES = { HAPPENED: 'DONE', NOT_HAPPENED: 'NOT_DONE', GIVE_UP: 'GIVEN_UP' } as const satisfies Record<EffectOutcome, EffectStatus>;

/** What agents did, for people who look at it and say what became of what is in doubt. */
export class EffectService {
  readonly #system: System;

  constructor(system: System) {
    this.#system = system;
  }

  /** Newest first. @throws BAD_CURSOR */
  page(
    { tenantId }: UserViewer,
    { runId, status }: { runId: string | null; status: EffectStatus | null },
    page: Page,
  ): Promise<ConnectionOf<Effect>> {
    if (runId !== null && !isId(runId)) return Promise.resolve(connectionFrom<Effect>(page, [], 0, () => []));
    const where = { tenantId, ...(runId === null ? {} : { runId }), ...(status === null ? {} : { status }) };
    const after = page.after === null ? {} : { $or: olderThan(page.after, 'plannedAt') };
    return this.#system.database.unitOfWork(tenantId, async ({ em }) => {
      const rows = await em.find(EffectRow, { ...where, ...after }, { orderBy: { plannedAt: 'desc', id: 'desc' }, limit: page.limit + 1 });
      const total = await em.count(EffectRow, where);
      return connectionFrom(page, rows.map(effectOf), total, ({ plannedAt, id }) => [plannedAt.toISOString(), id]);
    });
  }

  /** Says what became of an effect in doubt, and has its run go on. @throws EFFECT_NOT_FOUND, EFFECT_NOT_IN_DOUBT */
  settle({ tenantId, userId }: UserViewer, id: string, outcome: EffectOutcome): Promise<Effect> {
    if (!isId(id)) throw effectErrors.EFFECT_NOT_FOUND({});
    return this.#system.database.unitOfWork(tenantId, async (unit) => {
      const row = await unit.em.findOne(EffectRow, { tenantId, id }, { lockMode: LockMode.PESSIMISTIC_WRITE });
      if (row === null) throw effectErrors.EFFECT_NOT_FOUND({});
      if (row.status !== 'IN_DOUBT') throw effectErrors.EFFECT_NOT_IN_DOUBT({ status: row.status });
      Object.assign(row, { status: BECOMES[outcome], settledAt: this.#system.clock(), settledBy: userId });
      await this.#system.runs.wake(unit, row.runId);
      return effectOf(row);
    });
  }
}

function effectOf(row: EffectRow): Effect {
  const { id, status, tool, path, plannedAt, runId, agentId, input, output = null } = row;
  return Object.assign(new Effect(), {
    id,
    status,
    tool,
    path,
    plannedAt,
    runId,
    agentId,
    problem: row.problem ?? null,
    settledAt: row.settledAt ?? null,
    settlerId: row.settledBy ?? null,
    inputValue: input,
    outputValue: output,
  });
}
