import { execFileSync, spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { connect, createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Redis } from 'ioredis';
import { eventually } from './eventually.ts';

/** Where Debian's Redis is; null where it is not installed. */
export function findRedis(): string | null {
  const found = spawnSync('which', ['redis-server'], { encoding: 'utf8' });
  return found.status === 0 ? found.stdout.trim() : null;
}

export const WITHOUT_REDIS = 'redis-server is not installed (apt-get install redis-server)';

/** A Redis of its own, for what must be seen on a real one. */
export interface TestRedis extends AsyncDisposable {
  /** `redis://127.0.0.1:port`, or `rediss://localhost:port` with TLS. */
  url: string;
  port: number;
  /** Ends it as kill -9 does; what it held in memory is gone. */
  kill(): Promise<void>;
  /** Starts it again on its port. */
  start(): Promise<void>;
  /** Keeps its connections and answers nothing, until thawed. */
  freeze(): void;
  thaw(): void;
}

export interface TestCertificates extends AsyncDisposable {
  /** The authority that signed the server's certificate, and one that did not. */
  caFile: string;
  otherCaFile: string;
  certFile: string;
  keyFile: string;
}

/** Starts Redis on a free port, without persistence. @param certificates serve TLS with them, and nothing else */
export async function startRedis(options: { certificates?: TestCertificates; password?: string } = {}): Promise<TestRedis> {
  const program = findRedis();
  if (program === null) throw new Error(WITHOUT_REDIS);
  const port = await freePort();
  const { certificates: tls, password } = options;
  const listen = tls === undefined ? ['--port', `${port}`] : ['--port', '0', '--tls-port', `${port}`, '--tls-auth-clients', 'no'];
  const trust = tls === undefined ? [] : ['--tls-ca-cert-file', tls.caFile, '--tls-cert-file', tls.certFile, '--tls-key-file', tls.keyFile];
  const protect = password === undefined ? [] : ['--requirepass', password];
  const args = ['--bind', '127.0.0.1', '--save', '', '--appendonly', 'no', '--dir', tmpdir(), ...listen, ...trust, ...protect];
  let child: ChildProcess | null = null;
  const start = async (): Promise<void> => {
    child = spawn(program, args, { stdio: 'ignore' });
    await eventually('Redis answers', () => accepts(port));
  };
  const kill = async (): Promise<void> => {
    const ending = child;
    child = null;
    if (ending === null || ending.exitCode !== null) return;
    const ended = new Promise((resolve) => {
      ending.once('exit', resolve);
    });
    ending.kill('SIGKILL');
    await ended;
  };
  await start();
  return {
    url: tls === undefined ? `redis://127.0.0.1:${port}` : `rediss://localhost:${port}`,
    port,
    kill,
    start,
    freeze: () => void child?.kill('SIGSTOP'),
    thaw: () => void child?.kill('SIGCONT'),
    [Symbol.asyncDispose]: kill,
  };
}

/** Whether certificates can be made here. */
export function hasOpenssl(): boolean {
  return spawnSync('openssl', ['version']).status === 0;
}

/** An authority, a certificate of `localhost` signed by it, and an authority of somebody else; made with openssl. */
export async function makeCertificates(): Promise<TestCertificates> {
  const folder = await mkdtemp(join(tmpdir(), 'autonomos-certificates-'));
  const file = (name: string): string => join(folder, name);
  const openssl = (command: string): void => void execFileSync('openssl', command.split(' '), { cwd: folder, stdio: 'pipe' });
  for (const name of ['ca', 'other'])
    openssl(`req -x509 -newkey rsa:2048 -nodes -days 2 -subj /CN=${name} -keyout ${name}.key -out ${name}.pem`);
  openssl('req -newkey rsa:2048 -nodes -subj /CN=localhost -addext subjectAltName=DNS:localhost -keyout server.key -out server.csr');
  openssl('x509 -req -in server.csr -CA ca.pem -CAkey ca.key -CAcreateserial -days 2 -copy_extensions copy -out server.pem');
  return {
    caFile: file('ca.pem'),
    otherCaFile: file('other.pem'),
    certFile: file('server.pem'),
    keyFile: file('server.key'),
    [Symbol.asyncDispose]: () => rm(folder, { recursive: true, force: true }),
  };
}

function accepts(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    socket.once('connect', () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', () => resolve(false));
  });
}

/** A port that nobody listens on at this moment. */
export async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((resolve) => {
    probe.listen(0, '127.0.0.1', resolve);
  });
  const { port } = probe.address() as AddressInfo;
  await new Promise((resolve) => {
    probe.close(resolve);
  });
  return port;
}

/** Everything a Redis holds: names of keys, and values as text. */
export async function contentOf(url: string): Promise<{ names: string[]; values: string[] }> {
  const client = new Redis(url);
  try {
    const names = await client.keys('*');
    const valueOf = async (name: string): Promise<string> => {
      const type = await client.type(name);
      if (type === 'stream') return JSON.stringify(await client.xrange(name, '-', '+'));
      return type === 'hash' ? JSON.stringify(await client.hgetall(name)) : ((await client.get(name)) ?? '');
    };
    return { names, values: await Promise.all(names.map(valueOf)) };
  } finally {
    client.disconnect();
  }
}
