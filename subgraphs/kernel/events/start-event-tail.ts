import type { Topic } from '../../../schema/events/events.ts';
import type { Database } from '../database/database.ts';
import { outsideUnitOfWork } from '../database/unit-guard.ts';
import type { DomainEvent } from '../outbox/consumer.ts';
import type { Logger } from '../telemetry/logger.ts';
import { selects, type EventSelection } from './event-selection.ts';
import type { EventTail } from './event-tail.ts';
import type { EventTransport, NumberedEntry } from './event-transport.ts';
import { Follower } from './follower.ts';
import { limited } from './limited.ts';
import { LogPosition } from './log-position.ts';
import { toDomainEvent } from './numbered-entry.ts';
import { highestNumber, readOutbox, readTopics } from './read-outbox.ts';

/** Outbox pages one process reads for followers side by side: those who come back all at once must not take every connection. */
const MAX_READS = 4;

interface Following {
  selection: EventSelection;
  follower: Follower;
}

/** Listens to the transport and passes on what comes, from the number on that the log has reached by now. */
export async function startEventTail(deps: { database: Database; transport: EventTransport; logger: Logger }): Promise<EventTail> {
  const { database, transport, logger } = deps;
  const byTenant = new Map<string, Set<Following>>();
  const watchers = new Set<{ topics: readonly Topic[]; listener: (event: DomainEvent) => void }>();
  const reading = limited(MAX_READS);

  const tell = (entry: NumberedEntry): void => {
    const wanted = [...(byTenant.get(entry.tenantId) ?? [])].filter(({ selection }) => selects(selection, entry));
    const watching = [...watchers].filter(({ topics }) => topics.includes(entry.topic));
    if (wanted.length === 0 && watching.length === 0) return;
    const event = toDomainEvent(entry);
    for (const { follower } of wanted) follower.hear(event);
    for (const { listener } of watching) listener(event);
  };
  const position = new LogPosition({ database, logger, tell });
  // Heard from here on; numbers given before are known to the outbox, numbers given after will be heard.
  const listening = await transport.listen(position);
  position.start(await highestNumber(database));

  const open = (selection: EventSelection, signal: AbortSignal, completes: boolean): Follower => {
    const following = byTenant.get(selection.tenantId) ?? new Set();
    const leave = (): void => {
      signal.removeEventListener('abort', abort);
      following.delete(entry);
      if (following.size === 0) byTenant.delete(selection.tenantId);
    };
    const follower = new Follower({
      position: selection.after ?? position.reached,
      live: selection.after === null && !completes,
      completes,
      read: (after, limit) => reading(() => outsideUnitOfWork(() => readOutbox(database, selection, after, limit))),
      ended: () => leave(),
    });
    const entry: Following = { selection, follower };
    const abort = (): void => void follower.return();
    byTenant.set(selection.tenantId, following.add(entry));
    signal.addEventListener('abort', abort, { once: true });
    if (signal.aborted) abort();
    return follower;
  };

  return {
    follow: (selection, signal) => open(selection, signal, false),
    recall: (selection, signal) => open(selection, signal, true),
    async watch(topics, listener, since) {
      const watcher = { topics, listener };
      watchers.add(watcher);
      for (const entry of await readTopics(database, topics, since)) listener(toDomainEvent(entry));
      return () => void watchers.delete(watcher);
    },
    async close() {
      await listening.stop();
      await position.stop();
      for (const { follower } of [...byTenant.values()].flatMap((following) => [...following])) await follower.return();
    },
  };
}
