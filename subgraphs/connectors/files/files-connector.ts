import { extname, join } from 'node:path';
import { realpath } from 'node:fs/promises';
import type { System } from '../../kernel/system.ts';
import { connectionErrors } from '../connections/connection.errors.ts';
import type { Connector, FoundObject } from '../kit/connector.ts';
import { folderOf } from '../uploads/upload-location.ts';
import type { DiscoveredFile } from './discover.ts';
import type { FilesToDiscover } from './discover.worker.ts';
import { type FilePlan, readPages } from './file-pages.ts';
import { readParts } from './land-parts.ts';
import { listFiles } from './list-files.ts';
import { Stamps } from './stamps.ts';
import { openScratchFolder } from './unpacking/scratch-folder.ts';

const DISCOVER = new URL(`./discover.worker${extname(import.meta.url)}`, import.meta.url);

/** Folders and uploads of files with tables. The reading happens in worker threads. */
export function createFilesConnector(system: Pick<System, 'config' | 'workers'>): Connector {
  const stamps = new Stamps();
  return {
    kind: 'FILES',
    async discover({ location }, { signal }) {
      const folder = await resolveFolder(system, location);
      const files = await listFiles(folder);
      if (files.length === 0) throw connectionErrors.NO_FILES({ location });
      await using scratch = await openScratchFolder(system.config.dataFolder);
      const { result, changed } = await stamps.during(
        files.map(({ file }) => file),
        () => system.workers.run<FilesToDiscover, DiscoveredFile[]>(DISCOVER, { files, into: scratch.path }, { signal }),
      );
      return result.map((one) => (changed.has(one.file.file) ? changing(one) : toFoundObject(folder, one)));
    },
    async *pages({ location }, table, { signal }) {
      yield* readPages(system, stamps, await resolveFolder(system, location), table, signal);
    },
    parts: async ({ location }, table, into) => readParts(system, stamps, await resolveFolder(system, location), table, into),
  };
}

/** The folder behind a location, as it was when it was connected. @throws FOLDER_NOT_FOUND when it is gone or now leads elsewhere. */
async function resolveFolder(system: Pick<System, 'config'>, location: string): Promise<string> {
  const folder = folderOf(system.config.dataFolder, location);
  const real = await realpath(folder).catch(() => null);
  if (real === null || (folder === location && real !== folder)) throw connectionErrors.FOLDER_NOT_FOUND({ folder: location });
  return real;
}

/** What was seen of it is of no one moment: it lands with the next sync. */
const changing = ({ path, name }: DiscoveredFile): FoundObject => ({
  path,
  name,
  found: { kind: 'SKIPPED', code: 'CHANGING', reason: 'it was written to while it was read; the next sync reads it' },
});

function toFoundObject(folder: string, { file, path, name, bytes, contentHash, found }: DiscoveredFile): FoundObject {
  if (found.kind === 'SKIPPED') return { path, name, found };
  const { layout, formats, columns, rowCount, quarantinedCount, primaryKey, foreignKeys, evidence } = found;
  const { unpacked } = file;
  const from =
    unpacked === undefined || unpacked.packing === null
      ? null
      : { file: file.file.slice(join(folder, '/').length), packing: unpacked.packing };
  const plan: FilePlan = { layout, formats, bytes, from };
  return {
    path,
    name,
    found: { kind: 'TABLE', columns, rowCount, quarantinedCount, primaryKey, foreignKeys, incremental: null, evidence, plan, contentHash },
  };
}
