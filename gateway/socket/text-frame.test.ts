import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { expect, test } from 'vitest';
import { WebSocket, WebSocketServer } from 'ws';
import { textFrame } from './text-frame.ts';

/** What a client reads when a server writes these bytes, between messages that it sends as usual. */
async function read(bytes: Buffer): Promise<string[]> {
  const server = new WebSocketServer({ port: 0, host: '127.0.0.1', perMessageDeflate: false });
  server.on('connection', (socket, request) => {
    socket.send('before');
    request.socket.write(bytes);
    socket.send('after');
    socket.close();
  });
  await once(server, 'listening');
  const client = new WebSocket(`ws://127.0.0.1:${(server.address() as AddressInfo).port}`);
  const heard: string[] = [];
  client.on('message', (data) => heard.push((data as Buffer).toString('utf8')));
  await new Promise((resolve) => client.on('close', resolve));
  server.close();
  return heard;
}

test.each([0, 1, 119, 120, 121, 122, 60_000, 65_529, 65_530, 65_531, 65_532, 200_000])(
  'a message with a body of %i bytes is read as it was written, and so are those around it',
  async (size) => {
    const body = 'x'.repeat(size);
    expect(await read(textFrame(Buffer.from('{“'), Buffer.from(`${body}}`)))).toEqual(['before', `{“${body}}`, 'after']);
  },
);
