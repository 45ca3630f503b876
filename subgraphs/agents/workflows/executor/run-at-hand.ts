import { sql } from 'kysely';
import type { Database } from '../../../kernel/database/database.ts';
import type { UnitOfWork } from '../../../kernel/database/unit-of-work.ts';
import { RunLost } from '../../../kernel/runs/workflow.ts';
import type { Logger } from '../../../kernel/telemetry/logger.ts';
import type { Cost } from '../../tools/tool.ts';
import type { RunCalls } from '../../trust/run-calls.ts';

/** A run as those see it who carry out one of its steps. */
export interface RunAtHand {
  readonly tenantId: string;
  readonly runId: string;
  readonly epoch: number;
  readonly agentId: string;
  readonly mode: 'LIVE' | 'DRY';
  readonly limits: Cost;
  readonly database: Database;
  readonly logger: Logger;
  /** What its steps have called so far. */
  readonly calls: RunCalls;
  /** What its steps have come to so far, and what calls under way may come to. */
  spent(): Cost;
  /** Sets aside what the call of a step may come to, until it is known; again: in the place of what was set aside before. */
  hold(path: string, cost: Cost): void;
  /** Done of it, 0…1. */
  progress(): number;
}

/**
 * A transaction that goes through only while this worker holds the run: for what is done before a call, which nobody may do twice.
 * @throws RunLost
 */
export function whileHeld<T>(run: RunAtHand, work: (unit: UnitOfWork) => Promise<T>): Promise<T> {
  return run.database.unitOfWork(run.tenantId, async (unit) => {
    const { rows } = await sql<{ held: string }>`
      select hold_run(${run.tenantId}::uuid, ${run.runId}::uuid, ${run.epoch}::int, ${run.progress()}::float8) as held`.execute(unit.sql);
    if (rows[0]?.held === 'LOST') throw new RunLost(run.runId);
    return work(unit);
  });
}
