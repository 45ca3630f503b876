import { sql } from 'kysely';
import type { Database } from '../database/database.ts';
import { outsideUnitOfWork } from '../database/unit-guard.ts';
import type { Logger } from '../telemetry/logger.ts';
import type { Metrics } from '../telemetry/metrics.ts';
import type { Consumer } from './consumer.ts';
import { DELIVERY_POLICY, claimDeliveries, deliver, type DeliveryPolicy } from './deliver.ts';
import { relayOutbox } from './relay.ts';
import { subscribe } from './subscriptions.ts';

/** How long the pump sleeps when nobody wakes it: the delay of events other processes write and of retries. */
const IDLE_MS = 500;

export interface EventPump {
  /** Resolves when these consumers have handled (or parked) every committed event; for tests and orderly stops. */
  settled(): Promise<void>;
  /** Stops claiming and waits for the handlers that run. */
  stop(): Promise<void>;
}

/**
 * Subscribes the consumers, then numbers and delivers events for as long as the process lives. Woken by commits of this process, polling
 * for those of others.
 */
export async function startEventPump(
  deps: { database: Database; logger: Logger; metrics: Metrics },
  consumers: readonly Consumer[],
  policy: DeliveryPolicy = DELIVERY_POLICY,
): Promise<EventPump> {
  const byName = new Map(consumers.map((consumer) => [consumer.name, consumer]));
  if (byName.size !== consumers.length) throw new Error('two consumers have one name');
  await subscribe(deps.database, consumers);
  const running = new Set<Promise<void>>();
  let stopped = false;
  let wake: () => void = () => undefined;
  let woken = false;
  const nudge = (): void => {
    woken = true;
    wake();
  };

  const round = async (): Promise<boolean> => {
    const numbered = await relayOutbox(deps.database);
    const free = policy.maxRunning - running.size;
    const claims = free > 0 ? await claimDeliveries(deps.database, consumers, free, policy) : [];
    for (const claim of claims) {
      const consumer = byName.get(claim.consumer);
      if (consumer === undefined) continue;
      const work = deliver(deps, consumer, claim, policy)
        .catch((error: unknown) => deps.logger.error({ err: error }, 'the outcome of an event could not be recorded'))
        .finally(() => {
          running.delete(work);
          nudge();
        });
      running.add(work);
    }
    return numbered > 0 || claims.length > 0;
  };

  const loop = async (): Promise<void> => {
    while (!stopped) {
      woken = false;
      const busy = await round().catch((error: unknown) => {
        deps.logger.warn({ err: error }, 'the outbox could not be read; trying again');
        return false;
      });
      if (!busy && !woken && !stopped) await sleep();
    }
  };

  const sleep = (): Promise<void> =>
    new Promise((resolve) => {
      const timer = setTimeout(resolve, IDLE_MS);
      wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });

  deps.database.onEvents(nudge);
  const finished = outsideUnitOfWork(loop);

  return {
    async settled() {
      for (;;) {
        const waiting = await countWaiting(deps.database, [...byName.keys()]);
        deps.metrics.outboxPending.set(waiting);
        if (waiting === 0 && running.size === 0) return;
        nudge();
        await sleepUntilSomethingHappens(running);
      }
    },
    async stop() {
      stopped = true;
      nudge();
      await finished;
      await Promise.allSettled(running);
    },
  };
}

async function sleepUntilSomethingHappens(running: ReadonlySet<Promise<void>>): Promise<void> {
  const pause = new Promise((resolve) => {
    setTimeout(resolve, 20);
  });
  await Promise.race([...running, pause]);
}

/** What these consumers have before them. Deliveries of consumers that run elsewhere, or no more, are not waited for. */
async function countWaiting(database: Database, names: readonly string[]): Promise<number> {
  return database.systemWork(async (db) => {
    const { rows } = await sql<{ count: string }>`
      select (select count(*) from outbox_entry where sequence is null)
           + (select count(*) from event_delivery where parked_at is null and consumer = any(${names})) as count`.execute(db);
    return Number(rows[0]?.count ?? 0);
  });
}
