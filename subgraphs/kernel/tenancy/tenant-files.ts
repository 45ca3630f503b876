import { readdir, rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { z } from 'zod';

const tenantIdSchema = z.uuid();

/** The folder of what a tenant's people have uploaded to this machine. */
function folderOf(dataFolder: string, tenantId: string): string {
  return join(resolve(dataFolder), 'uploads', tenantIdSchema.parse(tenantId));
}

/** How many files of the tenant are on this machine. */
export async function countTenantFiles(dataFolder: string, tenantId: string): Promise<number> {
  const entries = await readdir(folderOf(dataFolder, tenantId), { recursive: true, withFileTypes: true }).catch(() => []);
  return entries.filter((entry) => entry.isFile()).length;
}

/** Removes the tenant's files from this machine. */
export async function removeTenantFiles(dataFolder: string, tenantId: string): Promise<void> {
  await rm(folderOf(dataFolder, tenantId), { recursive: true, force: true });
}
