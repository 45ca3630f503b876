/** How many files one upload takes; more is a folder on the server. */
export const MAX_FILES = 200;

export type FileState =
  | { state: 'waiting' }
  | { state: 'sending'; fraction: number }
  | { state: 'sent' }
  | { state: 'failed'; message: string };

export interface ChosenFile {
  file: File;
  progress: FileState;
}

/** Adds files to those chosen: one per name (the newer wins), in order of name, bounded. Pure. */
export function addFiles(chosen: readonly ChosenFile[], files: readonly File[]): readonly ChosenFile[] {
  const byName = new Map(chosen.map((each) => [each.file.name, each]));
  for (const file of files) byName.set(file.name, { file, progress: { state: 'waiting' } });
  return [...byName.values()].toSorted((a, b) => a.file.name.localeCompare(b.file.name)).slice(0, MAX_FILES);
}

/** A name for the connection from its files: the only file's own, else the folder they were dropped in, else a count. */
export function nameFor(files: readonly File[]): string {
  const [first] = files;
  if (!first) return '';
  const folder = first.webkitRelativePath.split('/')[0];
  if (folder) return folder;
  return files.length === 1 ? first.name.replace(/\.[^.]+$/, '') : `${files.length} files`;
}
