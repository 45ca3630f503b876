import type { Server } from 'node:http';
import { createServer, type Server as NetServer } from 'node:net';

/** This machine, by both of its addresses: clients that are told `localhost` try either first. */
export const LOOPBACK = 'localhost';
export const LOOPBACK_4 = '127.0.0.1';
const LOOPBACK_6 = '::1';

/** Has a server that listens on 127.0.0.1 answer at ::1, too, at the same port. Null where that address cannot be had. */
export function listenOnLoopback6(server: Server, port: number): Promise<NetServer | null> {
  const second = createServer((socket) => void server.emit('connection', socket));
  return new Promise((resolve) => {
    second.once('error', () => resolve(null));
    second.listen(port, LOOPBACK_6, () => resolve(second));
  });
}
