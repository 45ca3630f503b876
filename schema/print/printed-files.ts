import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/** A file the code says all of: its path from the package's folder, and its text; null when it should not be there. */
export interface PrintedFile {
  path: string;
  text: string | null;
}

/** The files whose committed text is not what the code says, each with what is wrong. */
export async function differingFiles(folder: string, files: readonly PrintedFile[]): Promise<string[]> {
  const verdicts = await Promise.all(
    files.map(async ({ path, text }) => {
      const committed = await readFile(join(folder, path), 'utf8').catch(() => null);
      if (committed === text) return null;
      if (committed === null) return `${path} is missing`;
      return text === null ? `${path} belongs to nothing any more` : `${path} ${firstDifference(committed, text)}`;
    }),
  );
  return verdicts.filter((verdict) => verdict !== null);
}

/** Writes what is to be there. @returns the paths whose text changed. */
export async function writeFiles(folder: string, files: readonly PrintedFile[]): Promise<string[]> {
  const changed: string[] = [];
  for (const { path, text } of files) {
    const target = join(folder, path);
    if (text === null || (await readFile(target, 'utf8').catch(() => null)) === text) continue;
    await mkdir(dirname(target), { recursive: true });
    await writeFile(target, text);
    changed.push(path);
  }
  return changed;
}

function firstDifference(committed: string, printed: string): string {
  const [before, after] = [committed.split('\n'), printed.split('\n')];
  const line = after.findIndex((text, index) => text !== before[index]);
  const at = line === -1 ? after.length : line;
  return `differs from line ${at + 1}: “${(before[at] ?? '').trim()}” is committed, “${(after[at] ?? '').trim()}” is what the code says`;
}
