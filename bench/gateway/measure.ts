import type { ChildProcess } from 'node:child_process';
import { readFileSync } from 'node:fs';
import type { Child } from './children.ts';
import type { LoadOrder, LoadResult } from './load.child.ts';

const TICKS_PER_SECOND = 100;

/** One measurement of one gateway on one operation. */
export interface Measured {
  requestsPerSecond: number;
  p50Ms: number;
  p99Ms: number;
  /** Of the gateway's own process; null where the system does not tell. */
  cpuMsPerRequest: number | null;
  failures: number;
}

/** Has the load process send the order to the gateway with this process id. */
export async function measure(load: Child, order: LoadOrder, pid: number): Promise<Measured> {
  const before = cpuMs(pid);
  const result = await ordered(load.process, order);
  const after = cpuMs(pid);
  const sorted = Float64Array.from(result.latencies).toSorted();
  const at = (share: number): number => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
  return {
    requestsPerSecond: result.requests / result.seconds,
    p50Ms: at(0.5),
    p99Ms: at(0.99),
    cpuMsPerRequest: before === null || after === null ? null : (after - before) / result.requests,
    failures: result.failures,
  };
}

function ordered(load: ChildProcess, order: LoadOrder): Promise<LoadResult> {
  return new Promise((resolve, reject) => {
    const ended = (): void => reject(new Error('the process that makes the load ended'));
    load.once('exit', ended);
    load.once('message', (message) => {
      load.off('exit', ended);
      resolve(message as LoadResult);
    });
    load.send(order);
  });
}

/** The middle of each figure over several rounds. */
export function medianOf(rounds: readonly Measured[]): Measured {
  const middle = (read: (measured: Measured) => number): number => median(rounds.map(read));
  return {
    requestsPerSecond: middle((round) => round.requestsPerSecond),
    p50Ms: middle((round) => round.p50Ms),
    p99Ms: middle((round) => round.p99Ms),
    cpuMsPerRequest: rounds.some((round) => round.cpuMsPerRequest === null) ? null : middle((round) => round.cpuMsPerRequest ?? 0),
    failures: rounds.reduce((sum, { failures }) => sum + failures, 0),
  };
}

/** The middle one; of an even number, the mean of the two in the middle. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const half = Math.floor(sorted.length / 2);
  const upper = sorted[half] ?? 0;
  return sorted.length % 2 === 1 ? upper : ((sorted[half - 1] ?? 0) + upper) / 2;
}

/** What a process has used of the processors, in milliseconds, to a hundredth of a second. */
function cpuMs(pid: number): number | null {
  try {
    // The second field is the name in parentheses, and may hold anything; user and system time are the 12th and 13th after it.
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ') ?? [];
    return ((Number(fields[11]) + Number(fields[12])) * 1_000) / TICKS_PER_SECOND;
  } catch {
    return null;
  }
}
