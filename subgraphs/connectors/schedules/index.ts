import type { Feature } from '../../kernel/federation/feature.ts';
import type { System } from '../../kernel/system.ts';
import type { Chore } from '../chores/chores.ts';
import type { SyncService } from '../syncs/sync.service.ts';
import { ScheduleResolver } from './schedule.resolver.ts';
import { ScheduleService } from './schedule.service.ts';

/** One query tells that nothing is due. */
const LOOK_EVERY_MS = 20_000;

/** Syncs that start by themselves. */
export function createSchedules(system: System, syncs: SyncService): Feature & { chore: Chore } {
  const schedules = new ScheduleService(system, syncs);
  return {
    resolvers: [new ScheduleResolver(schedules)],
    chore: { name: 'connectors.schedules', everyMs: LOOK_EVERY_MS, run: (signal) => schedules.startDue(signal) },
  };
}
