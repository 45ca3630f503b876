import { existsSync } from 'node:fs';
import { realpath } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { z } from 'zod';
import type { System } from '../../kernel/system.ts';
import { connectionErrors } from '../connections/connection.errors.ts';
import type { Connector, FoundObject, Page, ReadOptions, TableToRead } from '../kit/connector.ts';
import { kitErrors } from '../kit/kit.errors.ts';
import { folderOf } from '../uploads/upload-location.ts';
import type { DiscoveredFile } from './discover.ts';
import type { FileToDiscover } from './scan-file.ts';
import type { LandingStep, LandingStepInput } from './land.ts';
import { listFiles } from './list-files.ts';
import { tableLayoutSchema } from './reading/layout.ts';
import { type Position, positionSchema } from './reading/records.ts';
import { columnFormatSchema } from './typing/column-format.ts';

const extension = extname(import.meta.url);
const DISCOVER = new URL(`./discover.worker${extension}`, import.meta.url);
const LAND = new URL(`./land.worker${extension}`, import.meta.url);

const planSchema = z.object({ layout: tableLayoutSchema, formats: z.array(columnFormatSchema), bytes: z.number() });
type Plan = z.infer<typeof planSchema>;

/** Folders and uploads of CSV and JSON files. The reading happens in worker threads. */
export function createFilesConnector(system: System): Connector {
  return {
    kind: 'FILES',
    async discover({ location }, { signal }) {
      const folder = await resolveFolder(system, location);
      const files = await listFiles(folder);
      if (files.length === 0) throw connectionErrors.NO_FILES({ location });
      const found = await system.workers.run<FileToDiscover[], DiscoveredFile[]>(DISCOVER, files, { signal });
      return found.map(toFoundObject);
    },
    pages: ({ location }, table, options) => readPages(system, location, table, options),
  };
}

async function* readPages(system: System, location: string, table: TableToRead, { signal }: ReadOptions): AsyncGenerator<Page> {
  const folder = await resolveFolder(system, location);
  const { layout, formats, bytes } = planSchema.parse(table.plan);
  const names = layout.columns.map((column) => column.name);
  const { screening } = table;
  const key = table.key?.map((name) => names.indexOf(name)) ?? null;
  const step = (from: Position | null): Promise<LandingStep> =>
    system.workers.run<LandingStepInput, LandingStep>(
      LAND,
      { file: join(folder, table.path), layout, formats, key, from, screening },
      { signal },
    );
  let ahead: Promise<LandingStep> | null = step(table.from === null ? null : positionSchema.parse(table.from));
  while (ahead !== null) {
    const { next, ...page }: LandingStep = await ahead.catch((error: unknown) => stoppedBy(error, join(folder, table.path), table));
    // The next step is read while this one is being written.
    ahead = next === null ? null : step(next);
    ahead?.catch(() => undefined);
    yield { ...page, cursor: next, watermark: null, progress: next === null || bytes === 0 ? 1 : Math.min(1, next.byte / bytes) };
  }
}

/** A file that is no longer there costs only itself. */
function stoppedBy(error: unknown, file: string, { path }: TableToRead): never {
  throw existsSync(file) ? error : kitErrors.TABLE_GONE({ table: path }, { cause: error });
}

/** The folder behind a location, as it was when it was connected. @throws FOLDER_NOT_FOUND when it is gone or now leads elsewhere. */
async function resolveFolder(system: System, location: string): Promise<string> {
  const folder = folderOf(system.config.dataFolder, location);
  const real = await realpath(folder).catch(() => null);
  if (real === null || (folder === location && real !== folder)) throw connectionErrors.FOLDER_NOT_FOUND({ folder: location });
  return real;
}

function toFoundObject({ path, name, bytes, contentHash, found }: DiscoveredFile): FoundObject {
  if (found.kind === 'SKIPPED') return { path, name, found };
  const { layout, formats, columns, rowCount, quarantinedCount, primaryKey, foreignKeys, evidence } = found;
  const plan: Plan = { layout, formats, bytes };
  return {
    path,
    name,
    found: { kind: 'TABLE', columns, rowCount, quarantinedCount, primaryKey, foreignKeys, incremental: null, evidence, plan, contentHash },
  };
}
