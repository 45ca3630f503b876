import { randomBytes } from 'node:crypto';
import { chmodSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createWhole } from './data-folder-lock.ts';
import { EmbeddedPostgresError } from './errors.ts';
import { STANDARD_LOGINS } from './logins.ts';
import type { Login } from './logins.ts';

const SECRETS_FILE = 'secrets.json';
const PASSWORD_BYTES = 24;

const newPassword = (): string => randomBytes(PASSWORD_BYTES).toString('base64url');

/**
 * The standard logins with passwords that stay: made on first start, kept in `<dataFolder>/secrets.json` (mode 0600, folder
 * 0700). In memory (null) they last as long as the process. Throws {@link EmbeddedPostgresError} when the file is damaged.
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
  if (createWhole(path, `${JSON.stringify({ logins: fresh }, null, 2)}\n`)) return fresh;
  chmodSync(path, 0o600);
  const passwords = readPasswords(path);
  const missing = Object.keys(fresh).filter((name) => typeof passwords[name] !== 'string');
  if (missing.length > 0)
    throw new EmbeddedPostgresError(`${path} has no password for ${missing.join(', ')}: remove the file to make new ones`);
  return passwords as Record<string, string>;
}

function readPasswords(path: string): Record<string, unknown> {
  try {
    const content = JSON.parse(readFileSync(path, 'utf8')) as { logins?: Record<string, unknown> };
    return content.logins ?? {};
  } catch (error) {
    throw new EmbeddedPostgresError(`${path} cannot be read: remove the file to make new passwords`, { cause: error });
  }
}
