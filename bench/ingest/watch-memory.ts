import { readFileSync } from 'node:fs';

const EVERY_MS = 50;

/** Watches how much of a process is resident, from now until it is asked. */
export interface MemoryWatch {
  /** Stops. @returns the most there was, in MB (10^6 bytes); 0 where the system does not tell */
  peakMb(): number;
}

export function watchMemory(pid: number): MemoryWatch {
  let peak = 0;
  const look = (): void => {
    peak = Math.max(peak, residentKb(pid));
  };
  const timer = setInterval(look, EVERY_MS);
  return {
    peakMb() {
      clearInterval(timer);
      look();
      return Math.round((peak * 1_024) / 1e5) / 10;
    },
  };
}

function residentKb(pid: number): number {
  try {
    return Number(/^VmRSS:\s+(\d+)/mu.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0);
  } catch {
    return 0;
  }
}
