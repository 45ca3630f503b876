import { createReadStream } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { formatOf } from './format-of.ts';
import { openText } from './input/open-text.ts';

export interface TelemetryFile {
  path: string;
  /** Its place in the folder that was named. */
  name: string;
}

const MOST_FILES = 10_000;
const MOST_DEPTH = 8;
/** Formats that name applications by the ids that others cite. */
const DIRECTORIES = new Set(['OKTA', 'ENTRA']);

/**
 * The files to read under a path, in the order in which they must be read: lists of applications first, since others name these by their ids.
 * Hidden files are none.
 * @throws what the file system says of a path that is not there
 */
export async function telemetryFiles(path: string): Promise<TelemetryFile[]> {
  if (!(await stat(path)).isDirectory()) return [{ path, name: path }];
  const files = (await filesUnder(path, 0)).toSorted().slice(0, MOST_FILES);
  const ranked = await Promise.all(files.map(async (file) => ({ file, rank: await rankOf(file) })));
  return ranked.toSorted((one, other) => one.rank - other.rank).map(({ file }) => ({ path: file, name: relative(path, file) }));
}

async function filesUnder(folder: string, depth: number): Promise<string[]> {
  const entries = (await readdir(folder, { withFileTypes: true })).filter(({ name }) => !name.startsWith('.'));
  const below = depth < MOST_DEPTH ? entries.filter((entry) => entry.isDirectory()) : [];
  const found = await Promise.all(below.map(({ name }) => filesUnder(join(folder, name), depth + 1)));
  return [...entries.filter((entry) => entry.isFile()).map(({ name }) => join(folder, name)), ...found.flat()];
}

/** Lists of applications before anything else of their identity provider, and that before the rest. */
async function rankOf(path: string): Promise<number> {
  const stream = createReadStream(path);
  try {
    const opened = await openText(stream);
    if (opened.kind === 'REFUSED') return 2;
    const recognised = formatOf(opened.head, path);
    if (recognised.kind === 'UNKNOWN' || !DIRECTORIES.has(recognised.code)) return 2;
    return /"(?:displayName|signOnMode)"/.test(opened.head) && !/"(?:consentType|scopeId|eventType|createdDateTime":[^,]*,\s*"userDisplayName)"/.test(opened.head) ? 0 : 1;
  } finally {
    stream.destroy();
  }
}
