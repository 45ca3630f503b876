import { setTimeout as wait } from 'node:timers/promises';
import { feedSocket, type FeedSocket } from './feed-socket.ts';
import { markIn } from './publisher.ts';

const QUERY = `subscription Feed($after: String) {
  tenantFeed(after: $after) { cursor topic severity title connection { id name } }
}`;
/** Sockets that are being opened at a time. */
const OPENING = 100;
/** How long a subscriber that was cut off stays away, at most, in milliseconds. */
const MAX_AWAY_MS = 1_000;

/** One subscriber over all its connections. */
interface Subscriber {
  connection: FeedSocket | null;
  cursor: string | null;
  /** How often it was told of each event, by number. */
  seen: Uint8Array;
}

/** What a number of events came to, over all subscribers. */
export interface Delivered {
  lost: number;
  doubled: number;
}

/** Many subscribers of one feed. */
export class Swarm {
  private readonly at: { url: string; token: string };
  private readonly subscribers: Subscriber[];
  /** Milliseconds from the request that caused an event to its arrival. */
  readonly latencies: number[] = [];
  private timed = false;

  /** @param events how many there may be in all */
  constructor(at: { url: string; token: string }, size: number, events: number) {
    this.at = at;
    this.subscribers = Array.from({ length: size }, () => ({ connection: null, cursor: null, seen: new Uint8Array(events) }));
  }

  async open(): Promise<void> {
    for (let at = 0; at < this.subscribers.length; at += OPENING)
      await Promise.all(this.subscribers.slice(at, at + OPENING).map((subscriber) => this.connect(subscriber)));
  }

  /** From here on, or no longer, it is noted how long events take. */
  time(timed: boolean): void {
    this.timed = timed;
  }

  /** Whether everybody was told of the event. */
  allHave(number: number): boolean {
    return this.subscribers.every(({ seen }) => (seen[number] ?? 0) > 0);
  }

  /** Cuts off so many subscribers, each at some moment of the time and once; they come back behind the last event they know. */
  async cutOff(count: number, withinMs: number): Promise<void> {
    const chosen = this.subscribers.slice(0, count);
    await Promise.all(
      chosen.map(async (subscriber) => {
        await wait(Math.random() * withinMs);
        subscriber.connection?.socket.terminate();
        await wait(Math.random() * MAX_AWAY_MS);
        await this.connect(subscriber);
      }),
    );
  }

  /** What came of the events from a number on, up to another, for the first so many subscribers. */
  delivered(from: number, to: number, among = this.subscribers.length): Delivered {
    let [lost, doubled] = [0, 0];
    for (const { seen } of this.subscribers.slice(0, among)) {
      for (const times of seen.subarray(from, to)) {
        if (times === 0) lost += 1;
        else doubled += times - 1;
      }
    }
    return { lost, doubled };
  }

  close(): void {
    for (const { connection } of this.subscribers) connection?.socket.terminate();
  }

  private async connect(subscriber: Subscriber): Promise<void> {
    const subscription = { query: QUERY, after: subscriber.cursor };
    subscriber.connection = await feedSocket(this.at, subscription, ({ cursor, title }) => {
      const mark = markIn(title);
      subscriber.cursor = cursor;
      if (mark === null) return;
      subscriber.seen[mark.number] = (subscriber.seen[mark.number] ?? 0) + 1;
      if (this.timed) this.latencies.push(performance.now() - mark.sentAt);
    });
  }
}
