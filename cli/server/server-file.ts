import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

const schema = z.object({
  pid: z.int().positive(),
  url: z.url({ protocol: /^https?$/ }),
  version: z.string(),
  startedAt: z.iso.datetime(),
});

/** How other commands find the server of a data folder. */
export type ServerFile = z.infer<typeof schema>;

const fileOf = (dataFolder: string): string => join(dataFolder, 'server.json');

/** @returns null when there is none, or when it is not one of ours (half-written, of another version). */
export function readServerFile(dataFolder: string): ServerFile | null {
  try {
    return schema.parse(JSON.parse(readFileSync(fileOf(dataFolder), 'utf8')));
  } catch {
    return null;
  }
}

/** Written in one step, so that nobody reads half of it. */
export function writeServerFile(dataFolder: string, server: ServerFile): void {
  mkdirSync(dataFolder, { recursive: true, mode: 0o700 });
  const temporary = `${fileOf(dataFolder)}.${server.pid}`;
  writeFileSync(temporary, `${JSON.stringify(server, null, 2)}\n`, { mode: 0o600 });
  renameSync(temporary, fileOf(dataFolder));
}

/** Removes the file when it is still this process's: another server may have taken the folder over meanwhile. */
export function removeServerFile(dataFolder: string, pid: number): void {
  if (readServerFile(dataFolder)?.pid === pid) rmSync(fileOf(dataFolder), { force: true });
}
