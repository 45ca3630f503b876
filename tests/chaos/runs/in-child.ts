import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = (file: string): string => fileURLToPath(new URL(file, import.meta.url));

/** The chaos of runs in a process that knows decorators. @returns its exit code */
export function runsChaosInChild(args: readonly string[]): Promise<number> {
  const cache = mkdtempSync(join(tmpdir(), 'autonomos-chaos-cache-'));
  const child = spawn(process.execPath, ['--import', new URL('decorators.mjs', import.meta.url).href, here('main.ts'), ...args], {
    stdio: 'inherit',
    env: { ...process.env, AUTONOMOS_CHAOS_CACHE: cache },
  });
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code) => {
      rmSync(cache, { recursive: true, force: true });
      resolve(code ?? 1);
    });
  });
}
