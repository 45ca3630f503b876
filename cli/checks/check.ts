import { spawn } from 'node:child_process';

/** One thing `npm test` looks at besides the tests, counted as one in the closing line. */
export interface Check {
  name: string;
  /** Runs it. @returns its output; @throws anything when it does not hold */
  run: () => Promise<string>;
  /** Names of checks that must have passed before; when one has not, this one cannot be judged and fails. */
  after?: string[];
}

export interface CheckResult {
  name: string;
  passed: boolean;
  /** What it printed, for a failure to be understood. */
  output: string;
  milliseconds: number;
}

const MAX_OUTPUT_CHARACTERS = 8000;

/** A command of node_modules as a check's `run`: an exit code other than 0 is a failure with the command's output. */
export function program(node: string, args: string[], cwd: string): () => Promise<string> {
  return () =>
    new Promise((resolve, reject) => {
      const child = spawn(node, args, { cwd, stdio: ['ignore', 'pipe', 'pipe'], env: { ...process.env, NO_COLOR: '1' } });
      let output = '';
      const keep = (chunk: Buffer): void => {
        if (output.length < MAX_OUTPUT_CHARACTERS) output += chunk.toString('utf8');
      };
      child.stdout.on('data', keep);
      child.stderr.on('data', keep);
      child.once('error', reject);
      child.once('close', (code, signal) => {
        if (code === 0) resolve(output);
        else reject(new Error(`${output.trimEnd()}\n(${args.join(' ')}: ${signal ?? `exit code ${code}`})`));
      });
    });
}

/**
 * Runs the checks side by side, each as soon as those it waits for are done.
 * @param checks one that waits for others stands after them
 * @param width how many at once
 * @param onResult called as each one ends
 */
export async function runChecks(checks: Check[], width: number, onResult: (result: CheckResult) => void): Promise<CheckResult[]> {
  const slot = slots(width);
  const results = new Map<string, Promise<CheckResult>>();
  for (const check of checks) {
    const before = (check.after ?? []).map(
      (name) => results.get(name) ?? Promise.reject(new Error(`${check.name} waits for ${name}, which does not stand before it`)),
    );
    results.set(check.name, inTurn(check, before));
  }
  return Promise.all(results.values());

  async function inTurn(check: Check, before: Promise<CheckResult>[]): Promise<CheckResult> {
    const failed = (await Promise.all(before)).filter((result) => !result.passed).map((result) => result.name);
    const result = await slot(() => runOne(check, failed));
    onResult(result);
    return result;
  }
}

/** Lets at most `width` pieces of work run at once; the others wait in line. */
function slots(width: number): <T>(work: () => Promise<T>) => Promise<T> {
  let free = width;
  const line: (() => void)[] = [];
  return async (work) => {
    if (free === 0) await new Promise<void>((resolve) => line.push(resolve));
    else free -= 1;
    try {
      return await work();
    } finally {
      const next = line.shift();
      if (next === undefined) free += 1;
      else next();
    }
  };
}

async function runOne(check: Check, failedBefore: string[]): Promise<CheckResult> {
  const started = Date.now();
  const end = (passed: boolean, output: string): CheckResult => ({ name: check.name, passed, output, milliseconds: Date.now() - started });
  if (failedBefore.length > 0) return end(false, `not judged, because this failed: ${failedBefore.join(', ')}`);
  try {
    return end(true, await check.run());
  } catch (error) {
    return end(false, error instanceof Error ? error.message : String(error));
  }
}
