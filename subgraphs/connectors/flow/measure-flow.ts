import type { FlowBatch, FlowRows } from './read-flow.ts';
import { FLOW_STAGES, type FlowStageName } from './stages.ts';

const MINUTE_MS = 60_000;
const P95 = 0.95;

/** One stage in numbers. Seconds are from the stage before to this one. */
export interface StageNumbers {
  stage: FlowStageName;
  records: number;
  ratePerMinute: number;
  inFlight: number;
  lagSeconds: number | null;
  lagP95Seconds: number | null;
  waitingSeconds: number | null;
  /** Whose records have waited longest, or took longest. */
  slowestConnectionId: string | null;
  minutes: { at: Date; records: number }[];
}

/** When a batch entered a stage, and when it passed it; null: not yet. */
function passage(batch: FlowBatch, stage: FlowStageName): { from: Date | null; to: Date | null } {
  const { startedAt, firstAt, landedAt, mappedAt, resolvedAt, measuredAt, finishedAt } = batch;
  switch (stage) {
    case 'SOURCE':
      return { from: startedAt, to: firstAt ?? landedAt };
    case 'LANDED':
      return { from: firstAt ?? landedAt, to: landedAt };
    case 'MAPPED':
      return { from: landedAt, to: mappedAt };
    case 'RESOLVED':
      return { from: mappedAt, to: resolvedAt };
    case 'METRIC':
      return { from: resolvedAt, to: measuredAt };
    case 'AGENT':
      return { from: measuredAt, to: finishedAt };
  }
}

/** Records of a batch that are between the stage before and this one. */
function waitingAt(batch: FlowBatch, stage: FlowStageName): number {
  const { from, to } = passage(batch, stage);
  if (stage === 'LANDED') return batch.status === 'RUNNING' ? stillAtSource(batch) : 0;
  return stage !== 'SOURCE' && from !== null && to === null ? batch.landed : 0;
}

/** As many as have been read so far say how many there are in all. */
function stillAtSource({ read, progress }: FlowBatch): number {
  return progress === null || progress <= 0 ? 0 : Math.round((read * (1 - progress)) / progress);
}

/** The time that is looked at, and the length of the parts in which its records are counted. */
export interface FlowSpan {
  now: Date;
  since: Date;
  partMinutes: number;
}

/** The flow in numbers. Pure. */
export function measureFlow({ minutes, batches }: FlowRows, { now, since, partMinutes }: FlowSpan): StageNumbers[] {
  return FLOW_STAGES.map((stage) => {
    const counted = stage === 'AGENT' ? arrivals(batches, since, partMinutes * MINUTE_MS) : minutes.filter((row) => row.stage === stage);
    const records = counted.reduce((sum, row) => sum + row.records, 0);
    const passed = batches.flatMap((batch) => {
      const { from, to } = passage(batch, stage);
      if (from === null || to === null || to <= since || (batch.landed === 0 && stage !== 'SOURCE')) return [];
      return [{ connectionId: batch.connectionId, seconds: Math.max(0, to.getTime() - from.getTime()) / 1_000 }];
    });
    const waiting = batches.flatMap((batch) => {
      const { from } = passage(batch, stage);
      const waits = waitingAt(batch, stage) > 0 && from !== null;
      return waits ? [{ connectionId: batch.connectionId, seconds: Math.max(0, now.getTime() - from.getTime()) / 1_000 }] : [];
    });
    const seconds = passed.map((each) => each.seconds).toSorted((a, b) => a - b);
    const [slowest] = [...passed, ...waiting].toSorted((a, b) => b.seconds - a.seconds);
    return {
      stage,
      records,
      ratePerMinute: counted.length === 0 ? 0 : records / (counted.length * partMinutes),
      inFlight: batches.reduce((sum, batch) => sum + waitingAt(batch, stage), 0),
      lagSeconds: seconds.length === 0 ? null : seconds.reduce((sum, each) => sum + each, 0) / seconds.length,
      lagP95Seconds: seconds[Math.ceil(seconds.length * P95) - 1] ?? null,
      waitingSeconds: waiting.length === 0 ? null : Math.max(...waiting.map((each) => each.seconds)),
      slowestConnectionId: slowest?.connectionId ?? null,
      minutes: counted.map((row) => ({ at: row.minute, records: row.records })),
    };
  });
}

/** The runs that followed batches to their end, by parts of `partMs`. */
function arrivals(batches: readonly FlowBatch[], since: Date, partMs: number): { minute: Date; records: number }[] {
  const byMinute = new Map<number, number>();
  for (const { finishedAt, landed } of batches) {
    if (finishedAt === null || finishedAt <= since || landed === 0) continue;
    const minute = Math.floor(finishedAt.getTime() / partMs) * partMs;
    byMinute.set(minute, (byMinute.get(minute) ?? 0) + landed);
  }
  return [...byMinute].toSorted(([a], [b]) => a - b).map(([minute, records]) => ({ minute: new Date(minute), records }));
}
