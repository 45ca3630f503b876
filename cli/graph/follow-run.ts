import { setTimeout as pause } from 'node:timers/promises';
import { createClient } from 'graphql-ws';
import { WebSocket } from 'ws';
import { z } from 'zod';
import { EXIT } from '../exit-codes.mjs';
import { Failure } from '../failure.mjs';

/** Between tries to come back: a random part of a time that doubles from the first to the longest, in milliseconds. */
const FIRST_WAIT_MS = 250;
const LONGEST_WAIT_MS = 10_000;
/** How long a server may be away before we give up. */
const PATIENCE_MS = 5 * 60_000;

const eventSchema = z.object({
  cursor: z.string(),
  kind: z.string(),
  at: z.string(),
  step: z.string().nullable(),
  status: z.string(),
  progress: z.number(),
  message: z.string(),
});
/** One event of a run, as the graph tells it. */
export type RunEvent = z.infer<typeof eventSchema>;

const payloadSchema = z.object({ data: z.object({ runEvents: eventSchema }) });
const errorsSchema = z.array(
  z.object({ message: z.string(), extensions: z.object({ code: z.string(), todo: z.string(), retry: z.boolean() }).partial() }),
);

const SUBSCRIPTION = `subscription Watch($runId: ID!, $after: String, $fromStart: Boolean!) {
  runEvents(runId: $runId, after: $after, fromStart: $fromStart) { cursor kind at step status progress message }
}`;

export interface FollowOptions {
  /** Finds the server and logs in; called for every connection, since a server that was started again may be elsewhere. */
  reach: () => Promise<{ url: string; token: string | null }>;
  runId: string;
  /** Cursor to go on behind; null: from the start. */
  after: string | null;
  onEvent: (event: RunEvent) => void;
  /** Told when the connection was lost and is tried again. */
  onLost: (reason: string) => void;
}

/**
 * Follows a run to its end. A connection that breaks is made again, at the cursor it had come to: nothing is missed and nothing told twice.
 * @throws Failure when the server refuses, or has been away for five minutes
 */
export async function followRun(options: FollowOptions): Promise<void> {
  let { after } = options;
  let lostAt: number | null = null;
  for (let tries = 0; ; tries += 1) {
    const lost = await once({ ...options, after }, (event) => {
      after = event.cursor;
      lostAt = null;
      tries = 0;
      options.onEvent(event);
    });
    if (lost === null) return;
    lostAt ??= Date.now();
    if (Date.now() - lostAt > PATIENCE_MS) throw new Failure(EXIT.UNREACHABLE, `the server does not come back (${lost}).`);
    options.onLost(lost);
    await pause(Math.random() * Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** tries));
  }
}

/** One connection. @returns null when the stream is complete, else why the connection was lost */
async function once({ reach, runId, after }: FollowOptions, onEvent: (event: RunEvent) => void): Promise<string | null> {
  let address: { url: string; token: string | null };
  try {
    address = await reach();
  } catch (error) {
    if (error instanceof Failure && error.exitCode === EXIT.UNREACHABLE) return error.message;
    throw error;
  }
  const client = createClient({
    url: `${address.url.replace(/^http/, 'ws').replace(/\/$/, '')}/graphql`,
    webSocketImpl: WebSocket,
    retryAttempts: 0,
    connectionParams: { authorization: `Bearer ${address.token ?? ''}` },
  });
  try {
    for await (const result of client.iterate({ query: SUBSCRIPTION, variables: { runId, after, fromStart: true } })) {
      onEvent(payloadSchema.parse(result).data.runEvents);
    }
    return null;
  } catch (error) {
    return reasonOf(error);
  } finally {
    await client.dispose();
  }
}

/** Why a connection was lost. @throws Failure when it was refused for good */
function reasonOf(error: unknown): string {
  const errors = errorsSchema.safeParse(error);
  const [first] = errors.success ? errors.data : [];
  if (first !== undefined) {
    const { code, todo, retry } = first.extensions;
    if (retry === true || code === 'UNAUTHENTICATED') return first.message;
    throw new Failure(EXIT.FAILED, [first.message, ...(todo === undefined ? [] : [`\n  ${todo} (${code ?? ''})`])].join(''));
  }
  if (error instanceof z.ZodError)
    throw new Failure(EXIT.FAILED, 'the server tells a run in another way than this command knows; restart it after an update.');
  const closed = z.object({ code: z.number(), reason: z.string() }).safeParse(error);
  if (closed.success) return `closed with ${closed.data.code}${closed.data.reason === '' ? '' : ` ${closed.data.reason}`}`;
  return error instanceof Error ? error.message : 'the connection broke';
}
