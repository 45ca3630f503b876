import { readdir, stat } from 'node:fs/promises';
import { dirname, extname, join } from 'node:path';
import { assertNever } from '../../kernel/assert-never.ts';
import { dataFolderOf, isBelow, isListedBelow, judgeFolder, rootsOf } from '../../kernel/config/server-folders.ts';
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
    if (isListedBelow(await dataFolderOf(this.#system), real)) throw connectionErrors.FOLDER_NOT_ALLOWED({ folder });
    if ((await listFiles(real)).length === 0) throw connectionErrors.NO_FILES({ location: real });
    return real;
  }

  /** Folders and data files in a folder, or the folders that are allowed when none is named. @throws as `connectable` */
  async list(path: string | null, localOwner: boolean): Promise<ServerFolder> {
    if (path === null) {
      const roots = await rootsOf(this.#system);
      return { path: null, parent: null, folders: roots.map((root) => ({ name: root, path: root, bytes: null })), files: [] };
    }
    const real = await this.#allowed(path, localOwner);
    const dataFolder = await dataFolderOf(this.#system);
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
    const parent = above !== real && (localOwner || isBelow(above, await rootsOf(this.#system))) ? above : null;
    return { path: real, parent, folders, files };
  }

  async #allowed(folder: string, localOwner: boolean): Promise<string> {
    const verdict = await judgeFolder(this.#system, folder, localOwner);
    switch (verdict.kind) {
      case 'ALLOWED':
        return verdict.real;
      case 'NOT_ABSOLUTE':
        throw commonErrors.INVALID_INPUT({ reason: 'The folder has to be an absolute path on the server.' });
      case 'NOT_ALLOWED':
        throw connectionErrors.FOLDER_NOT_ALLOWED({ folder });
      case 'NOT_FOUND':
        throw connectionErrors.FOLDER_NOT_FOUND({ folder });
      case 'NOT_READABLE':
        throw connectionErrors.FOLDER_NOT_READABLE({ folder });
      default:
        return assertNever(verdict);
    }
  }
}
