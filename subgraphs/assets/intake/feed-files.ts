import { copyFile, link, mkdir, readdir, stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { System } from '../../kernel/system.ts';
import { intakeErrors } from './intake.errors.ts';
import type { TelemetryFeedRow } from './telemetry-feed.entity.ts';

/** Files of one feed. */
const MOST_FILES = 1_000;

/** A file of a feed as it lies on the disk. */
export interface FeedFile {
  /** Its name within the feed. */
  name: string;
  path: string;
  bytes: number;
}

/** What tells where a feed's files are. */
export type FeedPlace = Pick<TelemetryFeedRow, 'tenantId' | 'id' | 'kind' | 'location'>;

/** The folder of what was sent to an upload; the same whoever asks for it, so that tenants see only their own. */
const uploadOf = ({ config }: Pick<System, 'config'>, tenantId: string, uploadId: string): string =>
  join(resolve(config.dataFolder), 'uploads', tenantId, uploadId);

/** The folder that a feed's files are in. */
export function feedFolder(system: Pick<System, 'config'>, { tenantId, id, kind, location }: FeedPlace): string {
  return kind === 'FOLDER' ? location : uploadOf(system, tenantId, `telemetry-${id}`);
}

/** The files of a folder in the order of their names, without those of folders in it and hidden ones; none when it is not there. @throws TOO_MANY_FEED_FILES */
export async function filesIn(folder: string): Promise<FeedFile[]> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
  const files = entries.filter((entry) => entry.isFile() && !entry.name.startsWith('.'));
  if (files.length > MOST_FILES) throw intakeErrors.TOO_MANY_FEED_FILES({ max: MOST_FILES });
  const named = files.map(({ name }) => name).toSorted((one, other) => (one < other ? -1 : 1));
  return Promise.all(
    named.map(async (name) => {
      const path = join(folder, name);
      return { name, path, bytes: (await stat(path)).size };
    }),
  );
}

/** Takes what was sent to an upload over: the feed has it for good, whatever becomes of the upload. @returns how many files; 0: there is no such upload */
export async function takeUpload(system: Pick<System, 'config'>, feed: FeedPlace, uploadId: string): Promise<number> {
  const files = await filesIn(uploadOf(system, feed.tenantId, uploadId));
  if (files.length === 0) return 0;
  const folder = feedFolder(system, feed);
  await mkdir(folder, { recursive: true });
  for (const { name, path } of files) {
    const kept = join(folder, name);
    await link(path, kept).catch(() => copyFile(path, kept));
  }
  return files.length;
}
