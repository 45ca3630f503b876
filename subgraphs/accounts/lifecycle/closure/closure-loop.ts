import { startLoop, type Loop } from '../../../kernel/outbox/loop.ts';
import type { System } from '../../../kernel/system.ts';
import { carryOut, openClosures } from './carry-out.ts';

const IDLE_MS = 5_000;
/** Longer than a closure without end takes between two of its steps; another process goes on after that. */
const LEASE_MS = 120_000;

/** Carries closures out, also those that another process left behind. `care` is called in every round, for what has to be tidied beside them. */
export function startClosures(system: System, care: () => Promise<void>): Loop {
  const { locks, logger } = system;
  return startLoop({
    idleMs: IDLE_MS,
    failed: (err) => logger.error({ err }, 'closing tenants'),
    async round() {
      await care();
      for (const tenantId of await openClosures(system)) {
        const lease = await locks.acquire(`closure:${tenantId}`, LEASE_MS);
        if (lease === null) continue;
        try {
          await carryOut(system, tenantId);
          logger.info({ tenantId }, 'a tenant was closed');
        } catch (err) {
          logger.warn({ err, tenantId }, 'a closure could not be carried out yet; it is tried again');
        } finally {
          await lease.release();
        }
      }
      return false;
    },
  });
}
