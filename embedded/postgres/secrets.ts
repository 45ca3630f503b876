import { randomBytes } from 'node:crypto';
import { chmodSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createWhole } from './data-folder-lock.ts';
import { EmbeddedPostgresError } from './errors.ts';
import { STANDARD_LOGINS } from './logins.ts';
import type { Login } from './logins.ts';

const SECRETS_FILE = 'secrets.json';
const PASSWORD_BYTES = 24;

const newPassword = (): string => randomBytes(PASSWORD_BYTES).toString('base64url');

/**
 * The standard logins with passwords that stay: made on first start (of the login, when a newer version brings one), kept in
 * `<dataFolder>/secrets.json` (mode 0600, folder 0700). In memory (null) they last as long as the process. Throws {@link EmbeddedPostgresError} when the file is damaged.
 */
export function standardLogins(dataFolder: string | null): Login[] {
  const fresh = Object.fromEntries(STANDARD_LOGINS.map(({ name }) => [name, newPassword()]));
  const passwords = dataFolder === null ? fresh : keep(dataFolder, fresh);
  return STANDARD_LOGINS.map((login) => ({ ...login, password: passwords[login.name]! }));
}

function keep(dataFolder: string, fresh: Record<string, string>): Record<string, string> {
  mkdirSync(dataFolder, { recursive: true, mode: 0o700 });
  chmodSync(dataFolder, 0o700);
  const path = join(dataFolder, SECRETS_FILE);
  if (createWhole(path, contentOf(fresh))) return fresh;
  chmodSync(path, 0o600);
  const passwords = readPasswords(path);
  const known = Object.entries(fresh).map(([name, password]) => [name, passwords[name] ?? password] as const);
  const damaged = known.filter(([, password]) => typeof password !== 'string').map(([name]) => name);
  if (damaged.length > 0)
    throw new EmbeddedPostgresError(`${path} has no password for ${damaged.join(', ')}: remove the file to make new ones`);
  const complete = Object.fromEntries(known) as Record<string, string>;
  if (known.some(([name]) => passwords[name] === undefined)) replaceWhole(path, complete);
  return complete;
}

function replaceWhole(path: string, logins: Record<string, string>): void {
  const draft = `${path}.${randomBytes(6).toString('hex')}`;
  writeFileSync(draft, contentOf(logins), { mode: 0o600 });
  renameSync(draft, path);
}

function contentOf(logins: Record<string, string>): string {
  return `${JSON.stringify({ logins }, null, 2)}\n`;
}

function readPasswords(path: string): Record<string, unknown> {
  try {
    const content = JSON.parse(readFileSync(path, 'utf8')) as { logins?: Record<string, unknown> };
    return content.logins ?? {};
  } catch (error) {
    throw new EmbeddedPostgresError(`${path} cannot be read: remove the file to make new passwords`, { cause: error });
  }
}
