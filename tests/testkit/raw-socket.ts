import { onTestFinished } from 'vitest';
import { WebSocket, type ClientOptions } from 'ws';
import { eventually } from './eventually.ts';

/** A message of graphql-transport-ws, as the server sends them. */
export interface Heard {
  type: string;
  id?: string;
  payload?: unknown;
}

/** A socket that says whatever it is told to, right or wrong. Closed with the test. */
export interface RawSocket {
  socket: WebSocket;
  heard: Heard[];
  /** Says it as JSON, or a text or bytes as they are. */
  say(...messages: readonly (object | string | Buffer)[]): void;
  /** Waits until a message of this type has come. */
  hear(type: string, id?: string): Promise<Heard>;
  /** With which code and reason the server closes. */
  closed: Promise<{ code: number; reason: string }>;
}

export const INIT = { type: 'connection_init' };

/** Opens a socket to the graph and waits for it; says nothing yet. */
export async function rawSocket(
  url: string,
  protocols: string | string[] = 'graphql-transport-ws',
  options: ClientOptions = {},
): Promise<RawSocket> {
  const socket = new WebSocket(`${url.replace(/^http/, 'ws')}/graphql`, protocols, options);
  onTestFinished(() => socket.terminate());
  const heard: Heard[] = [];
  socket.on('message', (data) => void heard.push(JSON.parse((data as Buffer).toString('utf8')) as Heard));
  const closed = new Promise<{ code: number; reason: string }>((resolve) => {
    socket.on('close', (code, reason) => resolve({ code, reason: reason.toString('utf8') }));
  });
  socket.on('error', () => undefined);
  await new Promise<void>((resolve) => {
    socket.once('open', () => resolve());
    socket.once('close', () => resolve());
  });
  const find = (type: string, id?: string): Heard | undefined =>
    heard.find((message) => message.type === type && (id === undefined || message.id === id));
  return {
    socket,
    heard,
    closed,
    say(...messages) {
      for (const message of messages)
        socket.send(typeof message === 'string' || Buffer.isBuffer(message) ? message : JSON.stringify(message));
    },
    async hear(type, id) {
      await eventually(`a message ${type} ${id ?? ''}`, () => find(type, id) !== undefined);
      return find(type, id) as Heard;
    },
  };
}
