import { limitsErrors } from './limits.errors.ts';

export interface FairGateOptions {
  /** Operations that are carried out at the same time; more wait. */
  concurrency: number;
  /** Operations of one tenant that may wait, for each unit of its weight. */
  waitingPerTenant: number;
  /** What has waited longer is refused: its caller has given up. In milliseconds. */
  patienceMs: number;
}

/** What one tenant may hold at most: whoever comes finds a place, also while all of another's operations wait for something far away. */
const ONE_TENANT_SHARE = 0.75;

export const FAIR_GATE: FairGateOptions = { concurrency: 64, waitingPerTenant: 1_000, patienceMs: 50_000 };

/** Whose operation it is, and what share it has beside the others. */
export interface GateTenant {
  id: string;
  weight: number;
}

/** Lets operations through in turns, while there are more than can be carried out at the same time. */
export interface FairGate {
  /** Carries it out: at once while there is room. @throws TENANT_BUSY when too much of its tenant waits already */
  run<T>(tenant: GateTenant, work: () => Promise<T>): Promise<T>;
  /** How many wait. */
  readonly waiting: number;
}

interface Waiting {
  since: number;
  begin: () => void;
  refuse: () => void;
}

/** One tenant, as long as something of it is under way or waits. */
interface Queue {
  id: string;
  weight: number;
  running: number;
  waiting: Waiting[];
}

/**
 * While something waits, each place that becomes free goes to the tenant that has the fewest places for its weight, and of equal ones to the one that
 * has waited longest for a turn; none holds more than three quarters. So tenants have equal shares of the server however much more one of them asks, and however long its operations take.
 */
export function createFairGate(given: Partial<FairGateOptions> = {}): FairGate {
  const { concurrency, waitingPerTenant, patienceMs } = { ...FAIR_GATE, ...given };
  const ofOneTenant = Math.ceil(concurrency * ONE_TENANT_SHARE);
  const queues = new Map<string, Queue>();
  /** Those of whom something waits, the one whose last turn is longest ago first. */
  const turns = new Set<Queue>();
  let running = 0;
  let waiting = 0;

  const forget = (queue: Queue): void => {
    if (queue.running === 0 && queue.waiting.length === 0 && queues.get(queue.id) === queue) queues.delete(queue.id);
  };
  const next = (): Queue | null => {
    let found: Queue | null = null;
    for (const queue of turns)
      if (queue.running < ofOneTenant && (found === null || queue.running * found.weight < found.running * queue.weight)) found = queue;
    return found;
  };
  const admit = (): void => {
    while (running < concurrency) {
      const queue = next();
      const first = queue?.waiting.shift();
      if (queue === null || first === undefined) return;
      waiting--;
      turns.delete(queue);
      if (queue.waiting.length > 0) turns.add(queue);
      if (performance.now() - first.since <= patienceMs) first.begin();
      else {
        first.refuse();
        forget(queue);
      }
    }
  };
  const queueOf = ({ id, weight }: GateTenant): Queue => {
    let queue = queues.get(id);
    if (queue === undefined) queues.set(id, (queue = { id, weight, running: 0, waiting: [] }));
    return queue;
  };
  const carryOut = async <T>(queue: Queue, work: () => Promise<T>): Promise<T> => {
    running++;
    queue.running++;
    try {
      return await work();
    } finally {
      running--;
      queue.running--;
      forget(queue);
      if (waiting > 0) admit();
    }
  };
  return {
    get waiting() {
      return waiting;
    },
    run(tenant, work) {
      const queue = queueOf(tenant);
      if (running < concurrency && waiting === 0 && queue.running < ofOneTenant) return carryOut(queue, work);
      if (queue.waiting.length >= waitingPerTenant * queue.weight) return Promise.reject(limitsErrors.TENANT_BUSY({}));
      return new Promise((resolve, reject) => {
        waiting++;
        queue.waiting.push({
          since: performance.now(),
          begin: () => void carryOut(queue, work).then(resolve, reject),
          refuse: () => reject(limitsErrors.TENANT_BUSY({})),
        });
        turns.add(queue);
        admit();
      });
    },
  };
}
