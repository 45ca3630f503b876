import { sql } from 'kysely';
import type { Database } from '../database/database.ts';
import type { EventTransport } from '../events/event-transport.ts';
import type { Locks } from '../locks/locks.ts';
import type { Logger } from '../telemetry/logger.ts';
import type { Metrics } from '../telemetry/metrics.ts';
import type { Consumer } from './consumer.ts';
import { DELIVERY_POLICY, claimDeliveries, deliver, type DeliveryPolicy } from './deliver.ts';
import { startLoop, type Loop } from './loop.ts';
import { publishOutbox } from './publish.ts';
import { relayOutbox } from './relay.ts';
import { pruneOutbox } from './retention.ts';
import { subscribe } from './subscriptions.ts';

/** How long the pump sleeps when nobody wakes it: the delay of events other processes write and of retries. */
const IDLE_MS = 500;
/** How soon it looks again when another process was numbering. */
const BUSY_MS = 20;
/** How soon a process publishes what another one numbered and then died. */
const PUBLISH_IDLE_MS = 5_000;
const PRUNE_IDLE_MS = 10 * 60_000;
/** One process prunes at a time. Long enough for a batch; nothing breaks when it is not. */
const PRUNE_LEASE_MS = 60_000;
const DAY_MS = 24 * 60 * 60_000;

export interface PumpDependencies {
  database: Database;
  logger: Logger;
  metrics: Metrics;
  eventTransport: EventTransport;
  locks: Locks;
  clock: () => Date;
  config: { outboxRetentionDays: number };
}

export interface EventPump {
  /** Resolves when these consumers have handled (or parked) every committed event; for tests and orderly stops. */
  settled(): Promise<void>;
  /** Stops claiming and waits for the handlers that run. */
  stop(): Promise<void>;
}

/**
 * Subscribes the consumers, then numbers, publishes and delivers events for as long as the process lives, and deletes old ones. Woken by commits of
 * this process and by what others publish, polling besides.
 */
export async function startEventPump(
  deps: PumpDependencies,
  consumers: readonly Consumer[],
  policy: DeliveryPolicy = DELIVERY_POLICY,
): Promise<EventPump> {
  const byName = new Map(consumers.map((consumer) => [consumer.name, consumer]));
  if (byName.size !== consumers.length) throw new Error('two consumers have one name');
  await subscribe(deps.database, consumers);
  const running = new Set<Promise<void>>();
  const failed = (what: string) => (error: unknown) => deps.logger.warn({ err: error }, `${what}; trying again`);

  // A loop of its own: a transport that is away holds up no consumer.
  const publishing = startLoop({
    round: () => publishOutbox(deps.database, deps.eventTransport),
    idleMs: PUBLISH_IDLE_MS,
    failed: failed('events could not be published'),
  });
  const pruning = startLoop({
    round: () => prune(deps),
    idleMs: PRUNE_IDLE_MS,
    failed: failed('old events could not be deleted'),
  });
  const round = async (loop: () => Loop): Promise<boolean> => {
    const { numbered, busy } = await relayOutbox(deps.database);
    if (numbered > 0) publishing.wake();
    if (busy) setTimeout(() => loop().wake(), BUSY_MS).unref();
    const free = policy.maxRunning - running.size;
    const claims = free > 0 ? await claimDeliveries(deps.database, consumers, free, policy) : [];
    for (const claim of claims) {
      const consumer = byName.get(claim.consumer);
      if (consumer === undefined) continue;
      const work = deliver(deps, consumer, claim, policy)
        .catch((error: unknown) => deps.logger.error({ err: error }, 'the outcome of an event could not be recorded'))
        .finally(() => {
          running.delete(work);
          loop().wake();
        });
      running.add(work);
    }
    return numbered > 0 || claims.length > 0;
  };
  const delivering: Loop = startLoop({
    round: () => round(() => delivering),
    idleMs: IDLE_MS,
    failed: failed('the outbox could not be read'),
  });
  deps.database.onEvents(() => delivering.wake());
  const wake = (): void => delivering.wake();
  const listening = await deps.eventTransport.listen({ entries: wake, gap: wake });

  return {
    async settled() {
      for (;;) {
        const waiting = await countWaiting(deps.database, [...byName.keys()]);
        deps.metrics.outboxPending.set(waiting);
        if (waiting === 0 && running.size === 0) return;
        delivering.wake();
        await sleepUntilSomethingHappens(running);
      }
    },
    async stop() {
      await listening.stop();
      await Promise.all([delivering.stop(), pruning.stop()]);
      await Promise.allSettled(running);
      await publishing.stop();
    },
  };
}

/** @returns whether there may be more to delete */
async function prune({ database, locks, clock, config }: PumpDependencies): Promise<boolean> {
  const lease = await locks.acquire('outbox-pruner', PRUNE_LEASE_MS);
  if (lease === null) return false;
  try {
    return (await pruneOutbox(database, new Date(clock().getTime() - config.outboxRetentionDays * DAY_MS))) > 0;
  } finally {
    await lease.release();
  }
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
