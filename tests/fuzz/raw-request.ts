import { connect } from 'node:net';
import type { Random } from '../chaos/random.ts';
import type { FuzzTarget } from './fuzz-http.ts';
import type { Findings } from './fuzz-result.ts';

/** A server may keep a connection whose request never ends for as long as its own timeouts; we do not wait for them. */
const PATIENCE_MS = 40;

const BODY = '{"query":"{ __typename }"}';
const HEAD = 'POST /graphql HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\n';

/** Bytes that no HTTP library sends. */
const RAW: readonly ((random: Random) => string)[] = [
  () => `${HEAD}content-length: 100000\r\n\r\n${BODY}`,
  () => `${HEAD}content-length: 5\r\n\r\n${BODY}`,
  () => `${HEAD}content-length: -1\r\n\r\n${BODY}`,
  () => `${HEAD}content-length: 26\r\ncontent-length: 27\r\n\r\n${BODY}`,
  () => `${HEAD}content-length: 26\r\ntransfer-encoding: chunked\r\n\r\n${BODY}`,
  () => `${HEAD}transfer-encoding: chunked\r\n\r\nzz\r\n${BODY}`,
  () => `${HEAD}transfer-encoding: chunked\r\n\r\n1a\r\n${BODY}\r\n`,
  () =>
    `${HEAD}transfer-encoding: chunked\r\n\r\n${BODY.split('')
      .map((character) => `1\r\n${character}\r\n`)
      .join('')}0\r\n\r\n`,
  () => `${HEAD}transfer-encoding: chunked\r\n\r\nffffffffffffffff\r\n${BODY}`,
  () => `${HEAD}transfer-encoding: gzip, chunked, x\r\n\r\n0\r\n\r\n`,
  () => `${HEAD}expect: 100-continue\r\ncontent-length: 26\r\n\r\n`,
  () => `${HEAD}expect: nonsense\r\ncontent-length: 26\r\n\r\n${BODY}`,
  () => `${HEAD}x: ${'y'.repeat(70_000)}\r\n\r\n`,
  () => `${HEAD}${'x-a: b\r\n'.repeat(3_000)}\r\n`,
  () => `GET /graphql?${'a'.repeat(70_000)} HTTP/1.1\r\nhost: x\r\n\r\n`,
  () => 'GET /graphql HTTP/9.9\r\n\r\n',
  () => 'NONSENSE /graphql HTTP/1.1\r\nhost: x\r\n\r\n',
  () =>
    'GET /graphql HTTP/1.1\r\nhost: x\r\nupgrade: websocket\r\nconnection: upgrade\r\nsec-websocket-version: 99\r\nsec-websocket-key: x\r\n\r\n',
  () => 'GET /graphql HTTP/1.1\r\nhost: x\r\nupgrade: h2c\r\nconnection: upgrade\r\n\r\n',
  () => 'GET /graphql HTTP/1.1\nhost: x\n\n',
  () => 'GET /graphql\u0000 HTTP/1.1\r\nhost: x\r\n\r\n',
  () => 'CONNECT evil.example:443 HTTP/1.1\r\nhost: x\r\n\r\n',
  () => 'OPTIONS * HTTP/1.1\r\nhost: x\r\n\r\n',
  () => 'GET http://evil.example/graphql HTTP/1.1\r\nhost: x\r\n\r\n',
  () => '\u0016\u0003\u0001\u0002\u0000\u0001\u0000',
  (random) => Buffer.from(Array.from({ length: random.below(300) }, () => random.below(256))).toString('latin1'),
  (random) => HEAD.slice(0, random.below(HEAD.length)),
];

/** Writes raw bytes, then hangs up at once, or when an answer came, or after a while. @returns the status, or that none came */
export function sendRaw({ url }: FuzzTarget, random: Random, findings: Findings): Promise<string> {
  const { hostname, port } = new URL(url);
  const bytes = random.pick(RAW)(random);
  const hangsUp = random.fraction() < 0.3;
  return new Promise((resolve) => {
    const socket = connect({ host: hostname, port: Number(port) });
    let reply = '';
    const patience = setTimeout(() => socket.destroy(), PATIENCE_MS);
    socket.on('connect', () => {
      socket.write(bytes, 'latin1');
      if (hangsUp) socket.destroy();
    });
    socket.on('data', (chunk: Buffer) => {
      reply += chunk.toString('latin1');
    });
    socket.on('error', () => undefined);
    socket.on('close', () => {
      clearTimeout(patience);
      const status = /^HTTP\/1\.1 (\d{3})/.exec(reply)?.[1];
      if (status !== undefined && Number(status) >= 500) findings.failed(`raw ${status}`, () => bytes);
      resolve(`raw ${status ?? 'closed'}`);
    });
  });
}

/** Keeps connections open and dribbles a header a second into each. @returns ends them and tells how many the server had closed by itself */
export function dribble({ url }: Pick<FuzzTarget, 'url'>, count: number): () => number {
  const { hostname, port } = new URL(url);
  let closed = 0;
  const sockets = Array.from({ length: count }, () => {
    const socket = connect({ host: hostname, port: Number(port) });
    socket.on('error', () => undefined);
    socket.on('close', () => void closed++);
    socket.write(HEAD);
    return socket;
  });
  const timer = setInterval(() => {
    for (const socket of sockets) if (socket.writable) socket.write('x-a: b\r\n');
  }, 1_000);
  return () => {
    clearInterval(timer);
    const byServer = closed;
    for (const socket of sockets) socket.destroy();
    return byServer;
  };
}
