import { MAX_ATTEMPTS } from '../plan.ts';
import type { FaultKind } from '../scenario/scenario.ts';
import type { Fault, Schedule } from '../schedule.ts';
import type { ToolFaults } from './tools.ts';

/** The faults of one run as they are still to come; what took effect is counted. It is the world's, so it outlives the workers it kills. */
export class FaultsAtHand implements ToolFaults {
  private readonly schedule: Schedule;
  private readonly left = new Map<string, number>();
  /** Addresses of the calls that a fault was really done to. */
  readonly taken = new Map<string, FaultKind>();

  constructor(schedule: Schedule) {
    this.schedule = schedule;
    for (const [path, fault] of schedule) this.left.set(path, 'times' in fault ? Math.min(fault.times, MAX_ATTEMPTS) : 1);
  }

  /** The fault of a tool, as often as it is to happen. */
  take(path: string): Fault | null {
    const fault = this.schedule.get(path);
    return fault === undefined || !('times' in fault) ? null : this.use(path, fault);
  }

  /** A fault of another seam, once. */
  once<Kind extends Fault['kind']>(path: string, kind: Kind): (Fault & { kind: Kind }) | null {
    const fault = this.schedule.get(path);
    return fault?.kind === kind && this.use(path, fault) !== null ? (fault as Fault & { kind: Kind }) : null;
  }

  /** What is asked for the amount of a call; asked as often as it is judged. */
  policy(path: string): (Fault & { kind: 'POLICY_VIOLATION' }) | null {
    const fault = this.schedule.get(path);
    if (fault?.kind !== 'POLICY_VIOLATION') return null;
    this.taken.set(path, fault.kind);
    return fault;
  }

  private use(path: string, fault: Fault): Fault | null {
    const left = this.left.get(path) ?? 0;
    if (left <= 0) return null;
    this.left.set(path, left - 1);
    this.taken.set(path, fault.kind);
    return fault;
  }
}
