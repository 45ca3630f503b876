import type { ExecutionResult } from 'graphql';
import { socketClient, type SocketClient } from '../testkit/socket-client.ts';
import type { Asker } from './askers.ts';

/** One WebSocket for each asker at the public door. */
export interface Sockets extends AsyncDisposable {
  ask(asker: Asker, query: string, variables: Record<string, unknown>): Promise<ExecutionResult>;
}

/** Opens them as they are needed; a close that refuses an asker is a reply with its code. */
export function openSockets(url: string): Sockets {
  const open = new Map<string, SocketClient>();
  return {
    async ask({ gateway: { authorization = '', ...headers } }, query, variables) {
      const token = authorization === '' ? null : authorization.replace('Bearer ', '');
      const name = JSON.stringify([token, headers]);
      const client = open.get(name) ?? socketClient(url, token, headers);
      open.set(name, client);
      try {
        return (await client.ask(query, variables)) as ExecutionResult;
      } catch (closed) {
        const { code, reason } = closed as { code?: unknown; reason?: unknown };
        return { errors: [{ message: String(reason), extensions: { code } } as never] };
      }
    },
    async [Symbol.asyncDispose]() {
      for (const client of open.values()) await client[Symbol.asyncDispose]();
    },
  };
}
