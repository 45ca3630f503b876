import { createInterface } from 'node:readline/promises';
import { Writable } from 'node:stream';
import { EXIT } from './exit-codes.mjs';
import { Failure } from './failure.mjs';

/** Asks a person for a secret without showing what is typed. @returns null where nobody can be asked. @throws Failure USAGE when they refuse (Ctrl-C) */
export async function askSecret(prompt: string): Promise<string | null> {
  if (!process.stdin.isTTY) return null;
  const nowhere = new Writable({ write: (_chunk, _encoding, done) => done() });
  const lines = createInterface({ input: process.stdin, output: nowhere, terminal: true });
  const refused = new AbortController();
  lines.once('SIGINT', () => refused.abort());
  process.stderr.write(prompt);
  try {
    return await lines.question('', { signal: refused.signal });
  } catch (error) {
    if (refused.signal.aborted) throw new Failure(EXIT.USAGE, 'no password was given.');
    throw error;
  } finally {
    lines.close();
    process.stderr.write('\n');
  }
}
