import { limited } from '../../kernel/events/limited.ts';
import type { System } from '../../kernel/system.ts';
import type { Chore } from '../chores/chores.ts';
import type { Definitions } from '../kit/registry.ts';
import type { SyncService } from '../syncs/sync.service.ts';
import { goOn } from './go-on.ts';
import type { HealthMetrics } from './health.metrics.ts';
import type { HealthService } from './health.service.ts';
import { nextAttempt } from './pauses.ts';
import { openToProbe, probe } from './probe.ts';

const EVERY_MS = 20_000;
const MAX_A_ROUND = 100;
/** Connections that are looked after side by side. */
const AT_ONCE = 4;
/** How long a sync that was begun to heal may take before the next attempt is due all the same. */
const UNDER_WAY_MS = 30 * 60_000;

export interface HealingDeps {
  system: System;
  health: HealthService;
  syncs: SyncService;
  definitions: Definitions;
  metrics: HealthMetrics;
}

/**
 * Looks after connections of which something is due. One that failed is probed first, gently: only when its source answers does a sync go on, at its
 * checkpoint or with a new discovery. Those whose data has become old are assessed.
 */
export function healingChore(deps: HealingDeps): Chore {
  return {
    name: 'connectors.healing',
    everyMs: EVERY_MS,
    async run(signal) {
      const oneOfFew = limited(AT_ONCE);
      const due = await deps.health.due(MAX_A_ROUND);
      await Promise.all(due.map((each) => oneOfFew(async () => (signal.aborted ? undefined : lookAfter(deps, each, signal)))));
    },
  };
}

async function lookAfter(
  deps: HealingDeps,
  { tenantId, connectionId }: { tenantId: string; connectionId: string },
  signal: AbortSignal,
): Promise<void> {
  const { system, health, metrics } = deps;
  const open = await system.database.unitOfWork(tenantId, (unit) => openToProbe(deps, unit, connectionId));
  if (open === null) return;
  const problem = 'source' in open ? await probe(deps.definitions[open.kind], open.source, signal) : open.problem;
  if (signal.aborted) return;
  await system.database.unitOfWork(tenantId, async (unit) => {
    const now = system.clock();
    const how = problem === null ? await goOn(deps, unit, connectionId) : 'PROBED';
    metrics.attempts.inc({ how });
    await health.reassess(unit, connectionId, (row) => {
      // It works again, or somebody else has begun a sync: whoever is faster decides.
      if (row.problem == null) return { healed: false };
      const attempts = how === 'PUT_OFF' ? row.attempts : row.attempts + 1;
      const told = problem ?? row.problem;
      const underWay = how === 'RESUMED' || how === 'SYNCED';
      Object.assign(row, {
        attempts,
        problem: told,
        lastAttemptAt: how === 'PUT_OFF' ? (row.lastAttemptAt ?? null) : now,
        nextAttemptAt: underWay ? new Date(now.getTime() + UNDER_WAY_MS) : nextAttempt(told, attempts, now),
      });
      return { healed: false };
    });
  });
}
