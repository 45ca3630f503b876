import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

export interface Ended {
  code: number | null;
  stdout: string;
  stderr: string;
}

const TIMEOUT_MS = 60_000;

/**
 * Runs the command line from its sources, as a process of its own and without a terminal.
 * Commands that serve need the built program instead: their code has decorators, which Node cannot strip.
 */
export function commandLine(args: string[], environment: NodeJS.ProcessEnv = {}): Promise<Ended> {
  const main = fileURLToPath(new URL('../../cli/main.ts', import.meta.url));
  return run([process.execPath, '--experimental-strip-types', '--disable-warning=ExperimentalWarning', main, ...args], environment);
}

/** Runs a program to its end and collects what it wrote. */
export function run([program = '', ...args]: string[], environment: NodeJS.ProcessEnv = {}, timeout = TIMEOUT_MS): Promise<Ended> {
  const child = spawn(program, args, { stdio: ['ignore', 'pipe', 'pipe'], env: { ...process.env, ...environment }, timeout });
  let stdout = '';
  let stderr = '';
  child.stdout.on('data', (chunk: Buffer) => {
    stdout += chunk.toString('utf8');
  });
  child.stderr.on('data', (chunk: Buffer) => {
    stderr += chunk.toString('utf8');
  });
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => resolve({ code, stdout, stderr }));
  });
}
