import { setTimeout as pause } from 'node:timers/promises';
import { createClient } from 'graphql-ws';
import { WebSocket } from 'ws';
import type { GraphClient } from '../../cli/graph/client.ts';
import type { Difference } from './compare.ts';
import { parseRunEvent, RUN_EVENTS, runHistory, type RunEvent } from './graph.ts';
import type { Server } from './server.ts';

const RETRY_MS = 100;
/** How long after the run's end its last event may take to arrive. */
const LAST_EVENT_MS = 30_000;

/** A client that watches a run over WebSocket, and after every break goes on behind the last event it saw. */
export class RunWatcher {
  readonly #server: Server;
  readonly #seen: RunEvent[] = [];
  #runId: string | null = null;
  #watching: Promise<void> = Promise.resolve();
  #givenUp = false;

  constructor(server: Server) {
    this.#server = server;
  }

  watch(runId: string): void {
    this.#runId = runId;
    this.#watching = this.#follow(runId);
  }

  /** Waits for the stream's end, then compares what was seen with what the graph says happened. */
  async compare(client: GraphClient): Promise<Difference> {
    const tooLate = setTimeout(() => {
      this.#givenUp = true;
    }, LAST_EVENT_MS);
    await this.#watching;
    clearTimeout(tooLate);
    const history = await runHistory(client, this.#runId ?? '');
    const seen = this.#seen.map(({ cursor }) => cursor);
    const known = new Set(history.map(({ cursor }) => cursor));
    const missing = history.filter(({ cursor }) => !seen.includes(cursor));
    const extra = seen.filter((cursor, index) => !known.has(cursor) || seen.indexOf(cursor) !== index);
    const inOrder = history.every(({ cursor }, index) => seen[index] === cursor);
    const whole = history.at(0)?.kind === 'STARTED' && history.at(-1)?.kind === 'FINISHED';
    const examples = [
      ...missing.slice(0, 2).map(({ kind }) => `event ${kind} was not seen`),
      ...extra.slice(0, 2).map((cursor) => `event ${cursor} was seen and should not have been`),
      ...(inOrder || missing.length + extra.length > 0 ? [] : ['events were seen out of order']),
      ...(whole ? [] : ['the history has no beginning or no end']),
    ];
    const others = examples.length > 0 && missing.length + extra.length === 0 ? 1 : 0;
    return { lost: missing.length + others, doubled: extra.length, examples };
  }

  async #follow(runId: string): Promise<void> {
    while (this.#seen.at(-1)?.kind !== 'FINISHED' && !this.#givenUp) {
      await this.#connectOnce(runId).catch(() => undefined);
      await pause(RETRY_MS);
    }
  }

  /** Until the connection breaks or the stream ends. */
  async #connectOnce(runId: string): Promise<void> {
    const graph = await this.#server.client();
    const url = new URL('/graphql', this.#server.address().replace(/^http/, 'ws')).href;
    const client = createClient({
      url,
      webSocketImpl: WebSocket,
      retryAttempts: 0,
      connectionParams: { authorization: `Bearer ${graph.token}` },
    });
    const after = this.#seen.at(-1)?.cursor ?? null;
    try {
      for await (const { data } of client.iterate({ query: RUN_EVENTS, variables: { id: runId, after, fromStart: true } })) {
        if (data != null) this.#seen.push(parseRunEvent(data));
      }
    } finally {
      await client.dispose();
    }
  }
}
