import { spawn, type ChildProcess } from 'node:child_process';
import { createServer, type AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { waitFor } from '../../cli/wait.ts';

const LEAVE_WITH_PARENT = fileURLToPath(new URL('leave-with-parent.mjs', import.meta.url));
const START_PATIENCE = { first: 50, longest: 200, total: 60_000 };
const STOP_PATIENCE_MS = 3_000;
const KEPT_OUTPUT_CHARACTERS = 4_000;

/** A Node process of the benchmark's own. */
export interface Child extends AsyncDisposable {
  pid: number;
  process: ChildProcess;
}

/** What is started: a script with its arguments, and what its environment has besides ours. */
export interface Command {
  args: readonly string[];
  env?: Readonly<Record<string, string>>;
}

/** Starts Node on a script. The process ends with this one, and its last words are told when it ends too early. */
export function startNode({ args, env = {} }: Command): Child & { output: () => string } {
  const child = spawn(process.execPath, ['--import', LEAVE_WITH_PARENT, ...args], {
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    env: { ...process.env, NODE_ENV: 'production', NODE_OPTIONS: '', ...env },
  });
  let output = '';
  const keep = (chunk: Buffer): void => {
    output = (output + chunk.toString('utf8')).slice(-KEPT_OUTPUT_CHARACTERS);
  };
  child.stdout?.on('data', keep);
  child.stderr?.on('data', keep);
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()));
  return {
    pid: child.pid ?? 0,
    process: child,
    output: () => output,
    async [Symbol.asyncDispose]() {
      child.kill('SIGTERM');
      const force = setTimeout(() => child.kill('SIGKILL'), STOP_PATIENCE_MS);
      await ended.finally(() => clearTimeout(force));
    },
  };
}

/** Starts a GraphQL server on a script and waits until it answers at the URL. @throws Error with its output when it does not */
export async function startServer(command: Command, url: string): Promise<Child> {
  const child = startNode(command);
  const answers = async (): Promise<true | null> => {
    if (child.process.exitCode !== null) throw new Error(`${command.args.join(' ')} ended:\n${child.output()}`);
    const body = JSON.stringify({ query: '{ __typename }' });
    const reply = await fetch(url, { method: 'POST', headers: { 'content-type': 'application/json' }, body }).catch(() => null);
    await reply?.arrayBuffer();
    return reply?.ok === true ? true : null;
  };
  try {
    if ((await waitFor(answers, START_PATIENCE)) === null) throw new Error(`${command.args.join(' ')} does not answer:\n${child.output()}`);
    return child;
  } catch (error) {
    await child[Symbol.asyncDispose]();
    throw error;
  }
}

/** A port that nobody has just now. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => resolve(port));
    });
  });
}
