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

/**
 * The files to read under a path, in the order in which they must be read: lists of applications first, since others name these by their ids.
 * Hidden files are none.
 * @throws what the file system says of a path that is not there
 */
export async function telemetryFiles(path: string): Promise<TelemetryFile[]> {
  if (!(await stat(path)).isDirectory()) return [{ path, name: path }];
  const files = (await filesUnder(path)).toSorted();
  const [first, then]: [string[], string[]] = [[], []];
  for (const file of files) ((await namesApplications(file)) ? first : then).push(file);
  return [...first, ...then].map((file) => ({ path: file, name: relative(path, file) }));
}

async function filesUnder(folder: string): Promise<string[]> {
  const files: string[] = [];
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.name.startsWith('.')) continue;
    if (entry.isDirectory()) files.push(...(await filesUnder(path)));
    else if (entry.isFile() || (entry.isSymbolicLink() && (await isFile(path)))) files.push(path);
  }
  return files;
}

/** Links to files are followed; links to folders may lead in circles. */
const isFile = (path: string): Promise<boolean> =>
  stat(path).then(
    (found) => found.isFile(),
    () => false,
  );

/** Whether a file names applications by ids that other files cite: it is read before them. */
export async function namesApplications(path: string): Promise<boolean> {
  const opened = await openText(createReadStream(path));
  if (opened.kind === 'REFUSED') return false;
  await opened.close();
  const recognised = formatOf(opened.head, path);
  return (recognised.kind === 'JSON' || recognised.kind === 'JSON_LINES') && recognised.isDirectory;
}
