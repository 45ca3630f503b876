import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { eventually } from './eventually.ts';
import { freePort } from './redis-server.ts';

/** Where Debian's NATS server is; null where it is not installed. */
export function findNats(): string | null {
  const found = spawnSync('which', ['nats-server'], { encoding: 'utf8' });
  return found.status === 0 ? found.stdout.trim() : null;
}

export const WITHOUT_NATS = 'nats-server is not installed (apt-get install nats-server)';

/** A NATS server of its own with JetStream on disk. */
export interface TestNats extends AsyncDisposable {
  /** `nats://127.0.0.1:port`. */
  url: string;
  /** Ends it as kill -9 does. */
  kill(): Promise<void>;
  /** Starts it again on its port, with what it stored. */
  start(): Promise<void>;
}

/** Starts NATS with JetStream on a free port. @param token what clients have to give; left out: nothing */
export async function startNats(token?: string): Promise<TestNats> {
  const program = findNats();
  if (program === null) throw new Error(WITHOUT_NATS);
  const port = await freePort();
  const folder = await mkdtemp(join(tmpdir(), 'autonomos-nats-'));
  const args = ['-a', '127.0.0.1', '-p', `${port}`, '-js', '-sd', folder, ...(token === undefined ? [] : ['--auth', token])];
  let child: ChildProcess | null = null;
  const start = async (): Promise<void> => {
    child = spawn(program, args, { stdio: 'ignore' });
    await eventually('NATS answers', () => accepts(port));
  };
  const kill = async (): Promise<void> => {
    const ending = child;
    child = null;
    if (ending === null || ending.exitCode !== null) return;
    const ended = once(ending, 'exit');
    ending.kill('SIGKILL');
    await ended;
  };
  await start();
  return {
    url: `nats://127.0.0.1:${port}`,
    kill,
    start,
    async [Symbol.asyncDispose]() {
      await kill();
      await rm(folder, { recursive: true, force: true });
    },
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
