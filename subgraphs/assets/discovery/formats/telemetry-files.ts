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

/**
 * The files to read under a path, in the order in which they must be read: lists of applications first, since others name these by their ids.
 * Hidden files are none.
 * @throws what the file system says of a path that is not there
 */
export async function telemetryFiles(path: string): Promise<TelemetryFile[]> {
  if (!(await stat(path)).isDirectory()) return [{ path, name: path }];
  const files = (await filesUnder(path, 0)).toSorted().slice(0, MOST_FILES);
  const [first, then]: [string[], string[]] = [[], []];
  for (const file of files) ((await isDirectory(file)) ? first : then).push(file);
  return [...first, ...then].map((file) => ({ path: file, name: relative(path, file) }));
}

async function filesUnder(folder: string, depth: number): Promise<string[]> {
  const entries = (await readdir(folder, { withFileTypes: true })).filter(({ name }) => !name.startsWith('.'));
  const below = depth < MOST_DEPTH ? entries.filter((entry) => entry.isDirectory()) : [];
  const found = await Promise.all(below.map(({ name }) => filesUnder(join(folder, name), depth + 1)));
  return [...entries.filter((entry) => entry.isFile()).map(({ name }) => join(folder, name)), ...found.flat()];
}

/** Whether a file names applications by ids that other files cite: it is read before them. */
export async function isDirectory(path: string): Promise<boolean> {
  const stream = createReadStream(path);
  try {
    const opened = await openText(stream);
    const recognised = opened.kind === 'TEXT' ? formatOf(opened.head, path) : null;
    return (recognised?.kind === 'JSON' || recognised?.kind === 'JSON_LINES') && recognised.isDirectory;
  } finally {
    stream.destroy();
  }
}
