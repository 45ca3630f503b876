import { startLoop, type Loop } from '../../../kernel/outbox/loop.ts';
import type { System } from '../../../kernel/system.ts';
import type { ScheduleService } from './schedule.service.ts';

/** One query tells that nothing is due. */
const LOOK_EVERY_MS = 20_000;
/** A holder that died lets go after so long. */
const LEASE_MS = 5 * 60_000;

/** Looks for what is due for as long as the process lives; one process at a time. */
export function watchSchedules(system: System, schedules: ScheduleService): { start: () => Promise<void>; stop: () => Promise<void> } {
  let loop: Loop | null = null;
  const round = async (): Promise<false> => {
    const lease = await system.locks.acquire('insights dashboard schedules', LEASE_MS);
    if (lease === null) return false;
    try {
      await schedules.startDue();
    } finally {
      await lease.release();
    }
    return false;
  };
  return {
    async start() {
      loop = startLoop({
        idleMs: LOOK_EVERY_MS,
        round,
        failed: (error) => system.logger.warn({ err: error }, 'schedules of dashboards could not be looked at; it is tried again'),
      });
    },
    async stop() {
      await loop?.stop();
    },
  };
}
