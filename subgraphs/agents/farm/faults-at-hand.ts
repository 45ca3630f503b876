import { MAX_ATTEMPTS } from './plan.ts';
import type { FaultKind } from './scenario/scenario.ts';
import type { Fault, Schedule } from './schedule.ts';

/** Where faults of tools come from. */
export interface ToolFaults {
  /** What is done to this call now, if anything is still to be done to it; counts it. */
  take(path: string): Fault | null;
}

/** The faults of one run as they are still to come; what took effect is counted. It is the world's, so it outlives the workers it kills. */
export class FaultsAtHand implements ToolFaults {
  private readonly schedule: Schedule;
  private readonly left = new Map<string, number>();
  /** Addresses of the calls that a fault was really done to. */
  readonly taken = new Map<string, FaultKind>();

  constructor(schedule: Schedule) {
    this.schedule = schedule;
    for (const [path, fault] of schedule) this.left.set(path, timesOf(fault));
  }

  /** The fault of a tool, as often as it is to happen. */
  take(path: string): Fault | null {
    const fault = this.schedule.get(path);
    return fault === undefined || !('times' in fault) ? null : this.use(path, fault);
  }

  /** A fault of another seam, once. */
  once<Kind extends Fault['kind']>(path: string, kind: Kind): (Fault & { kind: Kind }) | null {
    const fault = this.pending(path, kind);
    if (fault !== null) this.use(path, fault);
    return fault;
  }

  /** What is asked for the amount of a call; asked as often as it is judged. */
  policy(path: string): (Fault & { kind: 'POLICY_VIOLATION' }) | null {
    const fault = this.schedule.get(path);
    if (fault?.kind !== 'POLICY_VIOLATION') return null;
    this.taken.set(path, fault.kind);
    return fault;
  }

  /** Whether a fault of another seam is still to be done to a call, and which. */
  pending<Kind extends Fault['kind']>(path: string, kind: Kind): (Fault & { kind: Kind }) | null {
    const fault = this.schedule.get(path);
    return fault?.kind === kind && (this.left.get(path) ?? 0) > 0 ? (fault as Fault & { kind: Kind }) : null;
  }

  private use(path: string, fault: Fault): Fault | null {
    const left = this.left.get(path) ?? 0;
    if (left <= 0) return null;
    this.left.set(path, left - 1);
    this.taken.set(path, fault.kind);
    return fault;
  }
}

/** A try that a worker's death swallowed is made again, so what fails every try fails without an end. */
function timesOf(fault: Fault): number {
  if (!('times' in fault)) return 1;
  return fault.times >= MAX_ATTEMPTS ? Infinity : fault.times;
}
