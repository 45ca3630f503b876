import { z } from 'zod';
import type { UnitOfWork } from '../../kernel/database/unit-of-work.ts';
import { commonErrors } from '../../kernel/errors/common.errors.ts';
import { inOrder } from '../../kernel/loaders/loader-scope.ts';
import { connectionFrom, type ConnectionOf, type Page } from '../../kernel/pagination/page.ts';
import type { System } from '../../kernel/system.ts';
import type { UserViewer } from '../../kernel/viewer/viewer.ts';
import { AgentRow, AgentVersionRow, profileOf } from './agent.entity.ts';
import { pilotIdOf, PILOTS } from './pilots.ts';

const cursorSchema = z.tuple([z.int(), z.uuid()]);
const versionCursorSchema = z.tuple([z.int()]);

/** The tenant's agents; with AgentChangeService the only writer of `agent`. */
export class AgentService {
  private readonly system: System;

  constructor(system: System) {
    this.system = system;
  }

  /** Makes the pilots of the unit's tenant when they are not there yet. */
  async ensurePilots({ em, tenantId }: UnitOfWork): Promise<void> {
    if ((await em.count(AgentRow, { tenantId, pilot: { $ne: 'CUSTOM' } })) === PILOTS.length) return;
    const now = this.system.clock();
    const rows = PILOTS.map((profile, position) => ({
      id: pilotIdOf(tenantId, profile.pilot),
      tenantId,
      position,
      version: 1,
      createdAt: now,
      changedAt: now,
      changedBy: null,
      removedAt: null,
      ...profile,
    }));
    await em.upsertMany(AgentRow, rows, { onConflictAction: 'ignore' });
  }

  /** The agent in the caller's transaction; null when there is none, also when it was removed. */
  async find(unit: UnitOfWork, id: string): Promise<AgentRow | null> {
    await this.ensurePilots(unit);
    return z.uuid().safeParse(id).success ? unit.em.findOne(AgentRow, { tenantId: unit.tenantId, id, removedAt: null }) : null;
  }

  /** Agents by id, also removed ones; null for those that are not of the viewer's tenant. */
  async load({ tenantId }: UserViewer, ids: readonly string[]): Promise<(AgentRow | null)[]> {
    const known = ids.filter((id) => z.uuid().safeParse(id).success);
    const rows = await this.system.database.unitOfWork(tenantId, async (unit) => {
      await this.ensurePilots(unit);
      return unit.em.find(AgentRow, { tenantId, id: { $in: known } });
    });
    return inOrder(ids, rows, (row) => row.id);
  }

  /** The tenant's agents in their order: pilots, then its own. @throws BAD_CURSOR */
  async page({ tenantId }: UserViewer, page: Page): Promise<ConnectionOf<AgentRow>> {
    const after = page.after === null ? null : cursorSchema.safeParse(page.after);
    if (after !== null && !after.success) throw commonErrors.BAD_CURSOR({});
    const [position, id] = after?.data ?? [-1, ''];
    const following = after === null ? {} : { $or: [{ position: { $gt: position } }, { position, id: { $gt: id } }] };
    return this.system.database.unitOfWork(tenantId, async (unit) => {
      await this.ensurePilots(unit);
      const there = { tenantId, removedAt: null };
      const rows = await unit.em.find(
        AgentRow,
        { ...there, ...following },
        { orderBy: { position: 'asc', id: 'asc' }, limit: page.limit + 1 },
      );
      return connectionFrom(page, rows, await unit.em.count(AgentRow, there), (row) => [row.position, row.id]);
    });
  }

  /** What an agent was and is, newest first; empty when there is none of this id. @throws BAD_CURSOR */
  async versions({ tenantId }: UserViewer, agentId: string, page: Page): Promise<ConnectionOf<AgentVersionRow>> {
    const before = page.after === null ? null : versionCursorSchema.safeParse(page.after);
    if (before !== null && !before.success) throw commonErrors.BAD_CURSOR({});
    return this.system.database.unitOfWork(tenantId, async ({ em }) => {
      const kept = { tenantId, agentId };
      const where = before === null ? kept : { ...kept, version: { $lt: before.data[0] } };
      const rows = await em.find(AgentVersionRow, where, { orderBy: { version: 'desc' }, limit: page.limit + 1 });
      const total = await em.count(AgentVersionRow, kept);
      if (total > 0) return connectionFrom(page, rows, total, ({ version }) => [version]);
      // It has never been changed: the version it was made with is the one it is at.
      const agent = await em.findOne(AgentRow, { tenantId, id: agentId });
      const first = agent === null || before !== null ? [] : [versionOf(agent, null)];
      return connectionFrom(page, first, agent === null ? 0 : 1, ({ version }) => [version]);
    });
  }

  /** One version of an agent; null when it is not on record. */
  async version({ tenantId }: UserViewer, agentId: string, version: number): Promise<AgentVersionRow | null> {
    return this.system.database.unitOfWork(tenantId, ({ em }) => em.findOne(AgentVersionRow, { tenantId, agentId, version }));
  }
}

/** What an agent is now, as one of its versions. */
export function versionOf(agent: AgentRow, reason: string | null): AgentVersionRow {
  const { tenantId, id: agentId, version, changedBy, changedAt } = agent;
  return { tenantId, agentId, version, says: profileOf(agent), reason, changedBy: changedBy ?? null, changedAt };
}
