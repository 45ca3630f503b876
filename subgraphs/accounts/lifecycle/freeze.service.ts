import { inputProblem, type InputProblem } from '../../kernel/errors/input-problem.type.ts';
import type { System } from '../../kernel/system.ts';
import type { UserViewer } from '../../kernel/viewer/viewer.ts';
import { TenantRow } from '../tenant/tenant.entity.ts';
import { lifecycleErrors } from './lifecycle.errors.ts';

const MAX_REASON = 500;

/** Freezes and thaws a tenant. The doors hear of it and refuse what would change something; this only says so. */
export class FreezeService {
  readonly #system: System;

  constructor(system: System) {
    this.#system = system;
  }

  async freeze({ tenantId }: UserViewer, reason: string): Promise<TenantRow | InputProblem[]> {
    const why = reason.trim();
    if (why.length < 1 || why.length > MAX_REASON) return [inputProblem(lifecycleErrors.REASON_INVALID({ maximum: MAX_REASON }), 'reason')];
    return this.#set(tenantId, this.#system.clock(), why);
  }

  thaw({ tenantId }: UserViewer): Promise<TenantRow> {
    return this.#set(tenantId, null, null);
  }

  #set(tenantId: string, frozenAt: Date | null, frozenReason: string | null): Promise<TenantRow> {
    return this.#system.database.unitOfWork(tenantId, async (unit) => {
      const tenant = await unit.em.findOneOrFail(TenantRow, { id: tenantId, closingAt: null });
      // A freeze that is already on keeps its beginning.
      tenant.frozenAt = frozenAt === null ? null : (tenant.frozenAt ?? frozenAt);
      tenant.frozenReason = frozenReason;
      unit.emit('accounts.tenant-frozen', { frozen: frozenAt !== null });
      return tenant;
    });
  }
}
