import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { extname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';

/** In TypeScript under test and in JavaScript when built. */
const CHILD = fileURLToPath(new URL(`../../sandbox/halyard.child${extname(import.meta.url)}`, import.meta.url));
const START_MS = 30_000;
const replySchema = z.union([z.object({ port: z.int() }), z.object({ error: z.string() })]);

/** The simulated vendors in a process of their own, which ends with this one. */
export interface SandboxProcess {
  /** `http://127.0.0.1:<port>`. */
  url: string;
  port: number;
  stop(): Promise<void>;
}

/** Starts it on a port (0: any free one). @throws Error when it cannot serve there */
export async function startSandboxProcess(port: number): Promise<SandboxProcess> {
  const child = fork(CHILD, [], { stdio: ['ignore', 'ignore', 'ignore', 'ipc'], execArgv: ['--disable-warning=ExperimentalWarning'] });
  const deadline = setTimeout(() => child.kill('SIGKILL'), START_MS);
  try {
    child.send({ port });
    const reply = replySchema.parse(await firstMessage(child));
    if ('error' in reply) throw new Error(`the demo company's systems cannot be served on port ${port}: ${reply.error}`);
    child.unref();
    child.channel?.unref();
    return { url: `http://127.0.0.1:${reply.port}`, port: reply.port, stop: () => end(child) };
  } catch (error) {
    await end(child);
    throw error;
  } finally {
    clearTimeout(deadline);
  }
}

function firstMessage(child: ChildProcess): Promise<unknown> {
  return new Promise((resolve, reject) => {
    child.once('message', resolve);
    child.once('error', reject);
    child.once('exit', (code) => reject(new Error(`the process of the demo company's systems ended with ${code ?? 'a signal'}`)));
  });
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exited = once(child, 'exit');
  child.ref();
  child.kill('SIGKILL');
  await exited;
}
