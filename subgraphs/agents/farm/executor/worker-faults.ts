import type { Budgets } from '../../budgets/budgets.ts';
import type { Governor } from '../../governance/governor.ts';
import type { WorkflowPorts } from '../../workflows/executor/ports.ts';
import { keyOf } from '../run-record.ts';
import { farmTools, UNDO } from './farm-tools.ts';
import type { Doom, FarmSite } from './site.ts';

const BYTES_PER_MB = 1_048_576;
/** What one object of ballast takes of the heap, about. */
const BYTES_PER_OBJECT = 64;

/** What is to become of this worker, as the other side says with its answers. */
export class WorkerFaults {
  readonly #strike: (doom: Doom) => Promise<void>;
  readonly #dooms = new Map<string, Doom>();
  readonly #ballast = new Map<string, readonly object[]>();

  /** @param strike has this process killed; resolves when it is spared after all */
  constructor(strike: (doom: Doom) => Promise<void>) {
    this.#strike = strike;
  }

  /** It dies of this call, whose answer it has. */
  doom(doom: Doom): void {
    this.#dooms.set(doom.key, doom);
  }

  /** Fills so much of the heap, with objects that the collector has to look at, until the end of the call is written. */
  press(key: string, megabytes: number): void {
    this.#ballast.set(
      key,
      Array.from({ length: Math.floor((megabytes * BYTES_PER_MB) / BYTES_PER_OBJECT) }, (_none, nth) => ({ nth })),
    );
  }

  /** The end of a call is being written: inside the transaction that does it. */
  async atCheckpoint(key: string): Promise<void> {
    this.#ballast.delete(key);
    const doom = this.#dooms.get(key);
    if (doom === undefined) return;
    this.#dooms.delete(key);
    const struck = this.#strike(doom);
    if (doom.moment === 'BEFORE_CHECKPOINT') await struck;
    else struck.catch(() => undefined);
  }
}

/** The product's own ports with faults at their seams. The tools are the farm's. */
export function faultyPorts(ports: WorkflowPorts, { worldUrl, amounts }: FarmSite, faults: WorkerFaults): WorkflowPorts {
  return {
    ...ports,
    tools: farmTools(worldUrl, faults),
    governor: withAmounts(ports.governor, amounts),
    budgets: atCheckpoints(ports.budgets, faults),
  };
}

/** Judges as ever; what some calls are about is more money than it was. */
function withAmounts(governor: Governor, amounts: FarmSite['amounts']): Governor {
  return {
    ...governor,
    judge(request) {
      const { runId, path, action } = request;
      const key = runId === null || path === null || action === UNDO ? null : keyOf(runId, path, 'CALL');
      const amountMicros = key === null ? null : (amounts[key] ?? null);
      return governor.judge(amountMicros === null ? request : { ...request, amountMicros });
    },
  };
}

/** Keeps account as ever. What a call came to is settled in the transaction of its checkpoint, so that is where a worker dies. */
function atCheckpoints(budgets: Budgets, faults: WorkerFaults): Budgets {
  return {
    reserve: (unit, spend) => budgets.reserve(unit, spend),
    release: (unit, key) => budgets.release(unit, key),
    async settle(unit, spend) {
      await budgets.settle(unit, spend);
      await faults.atCheckpoint(spend.key);
    },
  };
}
