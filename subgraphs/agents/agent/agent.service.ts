import { z } from 'zod';
import type { UnitOfWork } from '../../kernel/database/unit-of-work.ts';
import { commonErrors } from '../../kernel/errors/common.errors.ts';
import { inOrder } from '../../kernel/loaders/loader-scope.ts';
import { connectionFrom, type ConnectionOf, type Page } from '../../kernel/pagination/page.ts';
import type { System } from '../../kernel/system.ts';
import type { UserViewer } from '../../kernel/viewer/viewer.ts';
import { AgentRow } from './agent.entity.ts';
import { pilotIdOf, PILOTS } from './pilots.ts';

const cursorSchema = z.tuple([z.int()]);

/** The tenant's agents; the only writer of `agent`. */
export class AgentService {
  private readonly system: System;

  constructor(system: System) {
    this.system = system;
  }

  /** Makes the pilots of the unit's tenant when they are not there yet. */
  async ensurePilots({ em, tenantId }: UnitOfWork): Promise<void> {
    if ((await em.count(AgentRow, { tenantId })) === PILOTS.length) return;
    const createdAt = this.system.clock();
    const rows = PILOTS.map((profile, position) => ({
      id: pilotIdOf(tenantId, profile.pilot),
      tenantId,
      position,
      createdAt,
      ...profile,
    }));
    await em.upsertMany(AgentRow, rows, { onConflictAction: 'ignore' });
  }

  /** Agents by id, null for those that are not of the viewer's tenant. */
  async load({ tenantId }: UserViewer, ids: readonly string[]): Promise<(AgentRow | null)[]> {
    const known = ids.filter((id) => z.uuid().safeParse(id).success);
    const rows = await this.system.database.unitOfWork(tenantId, async (unit) => {
      await this.ensurePilots(unit);
      return unit.em.find(AgentRow, { tenantId, id: { $in: known } });
    });
    return inOrder(ids, rows, (row) => row.id);
  }

  /** The tenant's agents in their order. @throws BAD_CURSOR */
  async page({ tenantId }: UserViewer, page: Page): Promise<ConnectionOf<AgentRow>> {
    const after = page.after === null ? null : cursorSchema.safeParse(page.after);
    if (after !== null && !after.success) throw commonErrors.BAD_CURSOR({});
    return this.system.database.unitOfWork(tenantId, async (unit) => {
      await this.ensurePilots(unit);
      const rows = await unit.em.find(
        AgentRow,
        { tenantId, position: { $gt: after?.data[0] ?? -1 } },
        { orderBy: { position: 'asc' }, limit: page.limit + 1 },
      );
      return connectionFrom(page, rows, await unit.em.count(AgentRow, { tenantId }), (row) => [row.position]);
    });
  }
}
