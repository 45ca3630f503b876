import { randomBytes, randomUUID } from 'node:crypto';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Config } from '../subgraphs/kernel/config/config.ts';
import type { Secrets } from '../subgraphs/kernel/system.ts';
import { vaultKey } from '../subgraphs/kernel/vault/vault.ts';
import { createWhole } from './postgres/data-folder-lock.ts';

const KEY_BYTES = 32;
const OWNER_FILE = 'owner.key';
const VAULT_FILE = 'vault.key';
/** One key a line, the latest first. */
const OLD_VAULT_FILE = 'vault.old.keys';

type GivenKeys = Pick<Config, 'keys' | 'vaultKey' | 'oldVaultKeys'>;

/**
 * The keys of a personal machine, made at the first start: files only its user can read, in the data folder. Those that the configuration
 * gives take the place of files, for processes that share a database but no folder.
 */
export async function openKeys(dataFolder: string, given: GivenKeys): Promise<Secrets & { ownerKey: string }> {
  const shared = await openSharedKeys(dataFolder, given);
  return { ...shared, ownerKey: shared.ownerKey ?? (await openKey(join(dataFolder, OWNER_FILE))) };
}

/** The keys of one process among several. An owner there is only when the configuration or a file that is there names one. */
export async function openSharedKeys(dataFolder: string, { keys, vaultKey: vault, oldVaultKeys }: GivenKeys): Promise<Secrets> {
  await mkdir(dataFolder, { recursive: true, mode: 0o700 });
  const bytesOf = async (name: string): Promise<Uint8Array> => Buffer.from(await openKey(join(dataFolder, name)), 'base64url');
  return {
    session: keys.session ?? (await bytesOf('session.key')),
    viewer: keys.viewer ?? (await bytesOf('viewer.key')),
    vault: vaultKey(vault ?? (await bytesOf(VAULT_FILE)), [...oldVaultKeys, ...(await oldKeysIn(dataFolder))]),
    ownerKey: keys.owner ?? (await readKey(join(dataFolder, OWNER_FILE))),
  };
}

/**
 * Makes a new vault key in the data folder and keeps the one before it among the old ones. A server that runs goes on with the old one; the next start
 * seals everything anew. Interrupted anywhere, no key is lost. @returns false when there is no key to be replaced
 */
export async function rotateVaultKey(dataFolder: string): Promise<boolean> {
  const path = join(dataFolder, VAULT_FILE);
  const now = await readKey(path);
  if (now === null) return false;
  const before = (await readKey(join(dataFolder, OLD_VAULT_FILE))) ?? '';
  await replaceWhole(
    join(dataFolder, OLD_VAULT_FILE),
    [now, ...before.split('\n').filter((line) => line !== '' && line !== now)].join('\n'),
  );
  await replaceWhole(path, randomBytes(KEY_BYTES).toString('base64url'));
  return true;
}

async function oldKeysIn(dataFolder: string): Promise<Uint8Array[]> {
  const text = (await readKey(join(dataFolder, OLD_VAULT_FILE))) ?? '';
  return text.split('\n').flatMap((line) => (line === '' ? [] : [new Uint8Array(Buffer.from(line, 'base64url'))]));
}

async function replaceWhole(path: string, content: string): Promise<void> {
  const draft = `${path}.${randomUUID()}`;
  await writeFile(draft, content, { mode: 0o600, flush: true });
  await rename(draft, path);
}

/** The key in a file; made when the file is not there. Never half-written, and of processes that make it at once all get the same. */
async function openKey(path: string): Promise<string> {
  const known = await readKey(path);
  if (known !== null) return known;
  const fresh = randomBytes(KEY_BYTES).toString('base64url');
  if (createWhole(path, fresh)) return fresh;
  const theirs = await readKey(path);
  if (theirs === null) throw new Error(`${path} is empty: remove the file to make a new key`);
  return theirs;
}

async function readKey(path: string): Promise<string | null> {
  try {
    const text = (await readFile(path, 'utf8')).trim();
    return text === '' ? null : text;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw error;
  }
}
