import type { Server } from 'graphql-ws';
import type { WebSocket } from 'ws';
import type { Logger } from '../../subgraphs/kernel/telemetry/logger.ts';
import { CLOSE } from './close-codes.ts';
import type { OpenSocket } from './open-socket.ts';

/** What graphql-ws knows of a connection beyond its own. */
export interface Connection {
  open: OpenSocket;
}

/** Speaks graphql-transport-ws over a socket: graphql-ws decides, here is only what its messages travel on. */
export function speak(server: Server<Connection>, socket: WebSocket, open: OpenSocket, logger: Logger): void {
  // What a client does wrong below the protocol is closed by ws, with its code.
  socket.on('error', (error) => logger.debug({ err: error }, 'a socket failed'));
  const closed = server.opened(
    {
      protocol: socket.protocol,
      send: async (message) => void (await open.send(message)),
      close: (code = CLOSE.INTERNAL, reason = '') => void open.close(code, reason),
      onMessage(listener) {
        socket.on('message', (data) => {
          if (!open.mayAsk()) return;
          listener(withQuery(Buffer.isBuffer(data) ? data.toString('utf8') : '')).catch((error: unknown) => {
            if (isUnexpected(error)) open.close(CLOSE.BAD_MESSAGE, 'Invalid message received');
            else {
              logger.error({ err: error }, 'a message could not be handled');
              open.close(CLOSE.INTERNAL, 'INTERNAL');
            }
          });
        });
      },
    },
    { open },
  );
  socket.once('close', (code, reason) => {
    Promise.resolve(closed(code, String(reason))).catch((error: unknown) => logger.error({ err: error }, 'a socket could not be let go'));
  });
}

/** A message that is right in itself, but for a server to send. */
function isUnexpected(error: unknown): boolean {
  return error instanceof Error && error.message.startsWith('Unexpected message of type');
}

const NAMED = /"(documentId|persistedQuery)"/;

/** The message with an empty `query` where it names its document instead of sending it: graphql-ws insists on one. */
function withQuery(message: string): string {
  if (!NAMED.test(message)) return message;
  try {
    const parsed = JSON.parse(message) as { type?: unknown; payload?: { query?: unknown } | null } | null;
    const payload = parsed?.type === 'subscribe' ? parsed.payload : null;
    if (typeof payload !== 'object' || payload === null || payload.query !== undefined) return message;
    return JSON.stringify({ ...parsed, payload: { ...payload, query: '' } });
  } catch {
    return message;
  }
}
