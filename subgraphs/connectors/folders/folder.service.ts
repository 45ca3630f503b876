import { constants } from 'node:fs';
import { access, readdir, realpath, stat } from 'node:fs/promises';
import { dirname, extname, isAbsolute, join, relative, resolve, sep } from 'node:path';
import { commonErrors } from '../../kernel/errors/common.errors.ts';
import type { System } from '../../kernel/system.ts';
import { connectionErrors } from '../connections/connection.errors.ts';
import { DATA_FILE, listFiles } from '../files/list-files.ts';
import type { ServerEntry, ServerFolder } from './server-folder.type.ts';

const MAX_ENTRIES = 1000;

/** Which folders of the server people may see and connect. */
export class FolderService {
  readonly #system: System;

  constructor(system: System) {
    this.#system = system;
  }

  /**
   * The real path of a folder that may be connected and has data files. Links are followed first, so that none leads out of what is allowed.
   * @throws FOLDER_NOT_FOUND, FOLDER_NOT_ALLOWED, FOLDER_NOT_READABLE, NO_FILES
   */
  async connectable(folder: string, localOwner: boolean): Promise<string> {
    const real = await this.#allowed(folder, localOwner);
    if (isListedBelow(await this.#dataFolder(), real)) throw connectionErrors.FOLDER_NOT_ALLOWED({ folder });
    if ((await listFiles(real)).length === 0) throw connectionErrors.NO_FILES({ location: real });
    return real;
  }

  /** Folders and data files in a folder, or the folders that are allowed when none is named. @throws as `connectable` */
  async list(path: string | null, localOwner: boolean): Promise<ServerFolder> {
    if (path === null) {
      const roots = await this.#roots();
      return { path: null, parent: null, folders: roots.map((root) => ({ name: root, path: root, bytes: null })), files: [] };
    }
    const real = await this.#allowed(path, localOwner);
    const dataFolder = await this.#dataFolder();
    const folders: ServerEntry[] = [];
    const files: ServerEntry[] = [];
    for (const entry of (await readdir(real, { withFileTypes: true })).toSorted((a, b) => (a.name < b.name ? -1 : 1))) {
      if (entry.name.startsWith('.')) continue;
      const place = join(real, entry.name);
      if (place === dataFolder) continue;
      if (entry.isDirectory() && folders.length < MAX_ENTRIES) folders.push({ name: entry.name, path: place, bytes: null });
      if (!entry.isFile() || files.length >= MAX_ENTRIES || !DATA_FILE.test(extname(entry.name).toLowerCase())) continue;
      files.push({ name: entry.name, path: place, bytes: (await stat(place)).size });
    }
    const above = dirname(real);
    const parent = above !== real && (localOwner || isBelow(above, await this.#roots())) ? above : null;
    return { path: real, parent, folders, files };
  }

  async #allowed(folder: string, localOwner: boolean): Promise<string> {
    if (!isAbsolute(folder) || folder.includes('\0'))
      throw commonErrors.INVALID_INPUT({ reason: 'The folder has to be an absolute path on the server.' });
    const roots = await this.#roots();
    const real = await realpath(folder).catch(() => null);
    // Keys, the database, and what every tenant uploaded: nobody's to connect, whatever the operator allows around it.
    if (isBelow(real ?? resolve(folder), [await this.#dataFolder()])) throw connectionErrors.FOLDER_NOT_ALLOWED({ folder });
    // What is outside is refused alike whether it is there or not: nobody learns what the server's disk holds.
    if (!localOwner && !isBelow(real ?? resolve(folder), roots)) throw connectionErrors.FOLDER_NOT_ALLOWED({ folder });
    if (real === null || !(await stat(real)).isDirectory()) throw connectionErrors.FOLDER_NOT_FOUND({ folder });
    const readable = await access(real, constants.R_OK | constants.X_OK).then(
      () => true,
      () => false,
    );
    if (!readable) throw connectionErrors.FOLDER_NOT_READABLE({ folder });
    return real;
  }

  async #dataFolder(): Promise<string> {
    const folder = resolve(this.#system.config.dataFolder);
    return realpath(folder).catch(() => folder);
  }

  async #roots(): Promise<string[]> {
    const real = await Promise.all(this.#system.filesRoots.map((root) => realpath(root).catch(() => null)));
    return [...new Set(real.filter((root) => root !== null))];
  }
}

const isBelow = (path: string, roots: readonly string[]): boolean =>
  roots.some((root) => path === root || path.startsWith(root.endsWith(sep) ? root : root + sep));

/** Whether reading the files below `folder` would reach into `inner`; hidden folders are never read. */
function isListedBelow(inner: string, folder: string): boolean {
  const way = relative(folder, inner).split(sep);
  return isBelow(inner, [folder]) && !way.some((part) => part.startsWith('.'));
}
