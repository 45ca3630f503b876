import { randomUUID } from 'node:crypto';
import { mkdir, readdir, rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';

/** Texts are unpacked here, below the data folder; nobody else reads them. */
const FOLDER = 'unpacked';

/** A folder for as long as something is read from it. */
export interface ScratchFolder extends AsyncDisposable {
  path: string;
}

/** Makes a folder that goes with `dispose`, and takes out what processes left that ended before they could. */
export async function openScratchFolder(dataFolder: string): Promise<ScratchFolder> {
  const root = join(resolve(dataFolder), FOLDER);
  await mkdir(root, { recursive: true, mode: 0o700 });
  for (const name of await readdir(root)) if (isLeft(name)) await rm(join(root, name), { recursive: true, force: true });
  const path = join(root, `${process.pid}-${randomUUID()}`);
  await mkdir(path, { mode: 0o700 });
  return { path, [Symbol.asyncDispose]: () => rm(path, { recursive: true, force: true }) };
}

/** Its process is gone. */
function isLeft(name: string): boolean {
  const pid = Number(name.split('-')[0]);
  if (!Number.isSafeInteger(pid) || pid === process.pid) return false;
  try {
    process.kill(pid, 0);
    return false;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'ESRCH';
  }
}
