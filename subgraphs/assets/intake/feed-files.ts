import { copyFile, link, mkdir, readdir, stat } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import type { System } from '../../kernel/system.ts';
import { intakeErrors } from './intake.errors.ts';
import type { TelemetryFeedRow } from './telemetry-feed.entity.ts';

/** Files of one feed. */
export const MOST_FILES = 1_000;
const MOST_DEPTH = 8;

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

/** The files below a folder in the order of their names, without hidden ones; none when it is not there. @throws TOO_MANY_FEED_FILES */
export async function filesIn(folder: string): Promise<FeedFile[]> {
  const found: FeedFile[] = [];
  const visit = async (below: string, depth: number): Promise<void> => {
    const entries = await readdir(join(folder, below), { withFileTypes: true }).catch(() => []);
    for (const entry of entries.toSorted((one, other) => (one.name < other.name ? -1 : 1))) {
      if (entry.name.startsWith('.')) continue;
      const name = below === '' ? entry.name : `${below}/${entry.name}`;
      const path = join(folder, name);
      if (entry.isFile()) found.push({ name, path, bytes: (await stat(path)).size });
      else if (entry.isDirectory() && depth < MOST_DEPTH) await visit(name, depth + 1);
      if (found.length > MOST_FILES) throw intakeErrors.TOO_MANY_FEED_FILES({ max: MOST_FILES });
    }
  };
  await visit('', 0);
  return found;
}

/** Takes what was sent to an upload over: the feed has it for good, whatever becomes of the upload. @returns how many files; 0: there is no such upload */
export async function takeUpload(system: Pick<System, 'config'>, feed: FeedPlace, uploadId: string): Promise<number> {
  const files = await filesIn(uploadOf(system, feed.tenantId, uploadId));
  if (files.length === 0) return 0;
  const folder = feedFolder(system, feed);
  for (const { name, path } of files) {
    const kept = join(folder, name);
    await mkdir(dirname(kept), { recursive: true });
    await link(path, kept).catch(() => copyFile(path, kept));
  }
  return files.length;
}
