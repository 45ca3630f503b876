import { randomBytes } from 'node:crypto';
import { mkdir, open, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Secrets } from '../subgraphs/kernel/system.ts';
import { vaultKey } from '../subgraphs/kernel/vault/vault.ts';

const KEY_BYTES = 32;

/**
 * The keys of a server, made at its first start: files only its user can read, in the data folder. `given` takes the place of the vault's file,
 * for servers that share a database but no folder.
 */
export async function openKeys(dataFolder: string, given: Uint8Array | null): Promise<Secrets & { ownerKey: string }> {
  await mkdir(dataFolder, { recursive: true, mode: 0o700 });
  const [session = '', viewer = '', ownerKey = ''] = await Promise.all(
    ['session.key', 'viewer.key', 'owner.key'].map((name) => openKey(join(dataFolder, name))),
  );
  const vault = vaultKey(given ?? Buffer.from(await openKey(join(dataFolder, 'vault.key')), 'base64url'));
  return { session: Buffer.from(session, 'base64url'), viewer: Buffer.from(viewer, 'base64url'), vault, ownerKey };
}

/** The key in a file; made when the file is not there. Never half-written: the file is created exclusively and flushed. */
async function openKey(path: string): Promise<string> {
  const known = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null;
    throw error;
  });
  if (known !== null && known.length > 0) return known;
  const key = randomBytes(KEY_BYTES).toString('base64url');
  const file = await open(path, 'w', 0o600);
  try {
    await file.writeFile(key);
    await file.sync();
  } finally {
    await file.close();
  }
  return key;
}
