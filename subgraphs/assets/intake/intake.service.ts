import { randomUUID } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { z } from 'zod';
import { dataFolderOf, isBelow, judgeFolder } from '../../kernel/config/server-folders.ts';
import { inOrder } from '../../kernel/loaders/loader-scope.ts';
import { olderThan } from '../../kernel/pagination/by-time.ts';
import { connectionFrom, type ConnectionOf, type Page } from '../../kernel/pagination/page.ts';
import type { System } from '../../kernel/system.ts';
import type { UserViewer } from '../../kernel/viewer/viewer.ts';
import { type FeedPlace, feedFolder, filesIn, takeUpload } from './feed-files.ts';
import { intakeErrors } from './intake.errors.ts';
import { TelemetryFeedRow } from './telemetry-feed.entity.ts';
import type { AddTelemetryFeedInput } from './telemetry-feed.type.ts';

const MAX_NAME = 200;
const uuid = z.uuid();

/** Where telemetry comes from; the only writer of `telemetry_feed`. */
export class IntakeService {
  readonly #system: System;

  constructor(system: System) {
    this.#system = system;
  }

  /**
   * Adds a feed: an upload's files are the feed's from then on, a folder is read by every scan.
   * @param localOwner whose machine it is: may name any folder
   * @throws FEED_NAME_INVALID, FEED_SOURCE_AMBIGUOUS, FEED_EMPTY, FEED_FOLDER_REFUSED, TOO_MANY_FEED_FILES
   */
  async add({ tenantId, userId }: UserViewer, input: AddTelemetryFeedInput, localOwner: boolean): Promise<TelemetryFeedRow> {
    const { uploadId = null, folder = null } = input;
    const name = input.name.trim();
    if (name.length < 1 || name.length > MAX_NAME) throw intakeErrors.FEED_NAME_INVALID({});
    if ((uploadId === null) === (folder === null)) throw intakeErrors.FEED_SOURCE_AMBIGUOUS({});
    const location = folder === null ? 'upload' : await this.#allowed(folder, localOwner);
    const kind = folder === null ? 'UPLOAD' : 'FOLDER';
    const feed = { id: randomUUID(), tenantId, name, kind, location, createdAt: this.#system.clock(), createdBy: userId, removedAt: null } as const; // prettier-ignore
    const files = uploadId === null ? (await filesIn(location)).length : await this.#take(feed, uploadId);
    if (files === 0) throw intakeErrors.FEED_EMPTY({});
    return this.#system.database.unitOfWork(tenantId, ({ em }) => Promise.resolve(em.create(TelemetryFeedRow, feed)));
  }

  /** Scans read it no more; what they found stays. @throws FEED_NOT_FOUND */
  async remove({ tenantId }: UserViewer, id: string): Promise<void> {
    const feed = await this.#system.database.unitOfWork(tenantId, async ({ em }) => {
      const row = uuid.safeParse(id).success ? await em.findOne(TelemetryFeedRow, { tenantId, id, removedAt: null }) : null;
      if (row === null) throw intakeErrors.FEED_NOT_FOUND({});
      row.removedAt = this.#system.clock();
      return row;
    });
    if (feed.kind === 'UPLOAD') await rm(feedFolder(this.#system, feed), { recursive: true, force: true });
  }

  /** Feeds by id, also removed ones; null for those that are not of the viewer's tenant. */
  async load({ tenantId }: UserViewer, ids: readonly string[]): Promise<(TelemetryFeedRow | null)[]> {
    const known = ids.filter((id) => uuid.safeParse(id).success);
    const rows = await this.#system.database.unitOfWork(tenantId, ({ em }) => em.find(TelemetryFeedRow, { tenantId, id: { $in: known } }));
    return inOrder(ids, rows, (row) => row.id);
  }

  /** The tenant's feeds, newest first. @throws BAD_CURSOR */
  page({ tenantId }: UserViewer, page: Page): Promise<ConnectionOf<TelemetryFeedRow>> {
    const all = { tenantId, removedAt: null };
    const where = page.after === null ? all : { ...all, $or: olderThan(page.after, 'createdAt') };
    return this.#system.database.unitOfWork(tenantId, async ({ em }) => {
      const rows = await em.find(TelemetryFeedRow, where, { orderBy: { createdAt: 'desc', id: 'desc' }, limit: page.limit + 1 });
      return connectionFrom(page, rows, await em.count(TelemetryFeedRow, all), (row) => [row.createdAt.toISOString(), row.id]);
    });
  }

  async #take(feed: FeedPlace, uploadId: string): Promise<number> {
    return uuid.safeParse(uploadId).success ? takeUpload(this.#system, feed, uploadId) : 0;
  }

  async #allowed(folder: string, localOwner: boolean): Promise<string> {
    const verdict = await judgeFolder(this.#system, folder, localOwner);
    if (verdict.kind !== 'ALLOWED') throw intakeErrors.FEED_FOLDER_REFUSED({});
    if (isBelow(await dataFolderOf(this.#system), [verdict.real])) throw intakeErrors.FEED_FOLDER_REFUSED({});
    return verdict.real;
  }
}
