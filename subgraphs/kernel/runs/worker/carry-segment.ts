import { setTimeout as pause } from 'node:timers/promises';
import type { Database } from '../../database/database.ts';
import { withLogContext, type Logger } from '../../telemetry/logger.ts';
import { inSpan, traceIdOf } from '../../telemetry/span.ts';
import type { SegmentRef } from '../carrier/segments.ts';
import { DEFAULT_RETRY, isFinalError, retryDelayMs } from '../retry.ts';
import { runErrors, toProblem } from '../run.errors.ts';
import type { RunMetrics } from '../run-metrics.ts';
import { LEASE_SECONDS } from '../store/run-store.ts';
import type { WorkflowRegistry } from '../workflow-registry.ts';
import { RunLost, type RetryPolicy, type WorkStep } from '../workflow.ts';
import { HeldRun, type HolderEvent, type StepAtHand } from './held-run.ts';

const BEATS_PER_LEASE = 4;
/** How often, and with what pause, the end of a step is written when the database does not answer. */
const REPORT_ATTEMPTS = 6;
const REPORT_PAUSE_MS = 500;

export interface SegmentDeps {
  database: Database;
  logger: Logger;
  metrics: RunMetrics;
  workflows: WorkflowRegistry;
  /** Names this start of this process. */
  worker: string;
  /** Aborted when the process stops. */
  stopping: AbortSignal;
}

/** Does the work of one segment: claims the run and goes from step to step until the run waits, rests, ends, or is somebody else's. */
export async function carrySegment(deps: SegmentDeps, ref: SegmentRef): Promise<void> {
  if (deps.stopping.aborted) return;
  const claimed = await HeldRun.claim(deps.database, ref, deps.worker);
  if (claimed === null) return;
  const { traceParent } = claimed;
  const ids = { tenantId: ref.tenantId, traceId: traceIdOf(traceParent) ?? ref.runId };
  const span = { kind: 'CONSUMER' as const, parent: traceParent, attributes: { 'autonomos.run': ref.runId } };
  const stopTimer = deps.metrics.segmentSeconds.startTimer({ workflow: claimed.step.workflow });
  try {
    await withLogContext(ids, () =>
      inSpan(`run ${claimed.step.workflow}`, span, () =>
        withHeartbeat(deps, claimed.run, (signal) => workThrough(deps, ref, { ...claimed, signal })),
      ),
    );
  } finally {
    stopTimer();
  }
}

/** Keeps the lease; the signal is aborted when the run is lost, to be cancelled, or the process stops. */
async function withHeartbeat(deps: SegmentDeps, run: HeldRun, work: (signal: AbortSignal) => Promise<void>): Promise<void> {
  const over = new AbortController();
  const beat = (): void => {
    run.beat().then(
      (goesOn) => void (goesOn || over.abort()),
      (error: unknown) => deps.logger.warn({ err: error }, 'a sign of life could not be written'),
    );
  };
  const timer = setInterval(beat, (LEASE_SECONDS * 1_000) / BEATS_PER_LEASE);
  try {
    await work(AbortSignal.any([over.signal, deps.stopping]));
  } finally {
    clearInterval(timer);
  }
}

async function workThrough(
  deps: SegmentDeps,
  ref: SegmentRef,
  held: { run: HeldRun; step: StepAtHand; signal: AbortSignal },
): Promise<void> {
  let next: StepAtHand | null = held.step;
  while (next !== null) {
    const event = await doStep(deps, ref, { ...held, step: next });
    next = event === null ? null : await report(deps, held.run, event);
  }
}

/** @returns what is to be told of it; null when the run is not ours any more */
async function doStep(
  { workflows, logger, metrics }: SegmentDeps,
  { tenantId, runId }: SegmentRef,
  { run, step, signal }: { run: HeldRun; step: StepAtHand; signal: AbortSignal },
): Promise<HolderEvent | null> {
  const definition = workflows.step(step.workflow, step.name);
  if (definition?.kind !== 'WORK')
    return { type: 'STEP_FAILED', problem: toProblem(runErrors.RUN_STEP_UNKNOWN({})), retryInMs: () => null };
  try {
    const { subject, checkpoint } = step;
    await definition.run({
      tenantId,
      runId,
      epoch: run.epoch,
      subject,
      checkpoint,
      signal,
      commit: async (work) => {
        signal.throwIfAborted();
        return run.commit(work);
      },
      load: async (work) => {
        signal.throwIfAborted();
        return run.load(work);
      },
    });
    return run.parked ? null : { type: 'STEP_DONE' };
  } catch (error) {
    if (error instanceof RunLost) return null;
    if (signal.aborted) return { type: 'RELEASED' };
    logger.warn({ err: error, workflow: step.workflow, step: step.name }, 'a step failed');
    metrics.stepFailures.inc({ workflow: step.workflow, step: step.name });
    return { type: 'STEP_FAILED', problem: toProblem(error), retryInMs: isFinalError(error) ? () => null : restAfter(definition) };
  }
}

function restAfter({ retry = DEFAULT_RETRY }: WorkStep): (failures: number) => number | null {
  const policy: RetryPolicy = retry;
  return (failures) => retryDelayMs(failures, policy, Math.random());
}

/** A database that is away for a moment must not make a step that is done be done again. */
async function report(deps: SegmentDeps, run: HeldRun, event: HolderEvent): Promise<StepAtHand | null> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await run.report(event);
    } catch (error) {
      if (attempt === REPORT_ATTEMPTS) throw error;
      deps.logger.warn({ err: error }, 'the end of a step could not be written; trying again');
      await pause(REPORT_PAUSE_MS * attempt);
    }
  }
}
