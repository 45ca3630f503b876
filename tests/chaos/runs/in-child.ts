import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const here = (file: string): string => fileURLToPath(new URL(file, import.meta.url));

/** The chaos of runs in a process that knows decorators. @returns its exit code */
export function runsChaosInChild(args: readonly string[]): Promise<number> {
  const child = spawn(process.execPath, ['--import', new URL('decorators.mjs', import.meta.url).href, here('main.ts'), ...args], {
    stdio: 'inherit',
  });
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code) => resolve(code ?? 1));
  });
}
