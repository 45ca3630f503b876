import { randomUUID } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { z } from 'zod';
import { dataFolderOf, isBelow, judgeFolder } from '../../kernel/config/server-folders.ts';
import { inOrder } from '../../kernel/loaders/loader-scope.ts';
import { olderThan } from '../../kernel/pagination/by-time.ts';
import { connectionFrom, type ConnectionOf, type Page } from '../../kernel/pagination/page.ts';
import type { System } from '../../kernel/system.ts';
import { sealSecret } from '../../kernel/vault/vault.ts';
import type { UserViewer } from '../../kernel/viewer/viewer.ts';
import { newSigningSecret } from '../../kernel/webhooks/signatures.ts';
import { feedAddress, feedSecretContext } from './feed-address.ts';
import { feedCounts } from './feed-counts.ts';
import { type FeedPlace, feedFolder, filesIn, takeUpload } from './feed-files.ts';
import { intakeErrors } from './intake.errors.ts';
import { TelemetryArrivalRow } from './telemetry-arrival.entity.ts';
import { TelemetryFeedRow } from './telemetry-feed.entity.ts';
import { type AddTelemetryFeedInput, type ChangeTelemetryFeedInput, shownArrival, type TelemetryArrival, type TelemetryFeedCount } from './telemetry-feed.type.ts'; // prettier-ignore

const MAX_NAME = 200;
const uuid = z.uuid();

/** Where telemetry comes from; with what fetches and receives it, the only writer of `telemetry_feed` and `telemetry_arrival`. */
export class IntakeService {
  readonly #system: System;

  constructor(system: System) {
    this.#system = system;
  }

  /**
   * Adds a feed: an upload's files are the feed's from then on, a folder and an address are read by every scan, a webhook is sent to.
   * @param localOwner whose machine it is: may name any folder
   * @returns it, and what is to be signed with where it is a webhook
   * @throws FEED_NAME_INVALID, FEED_SOURCE_AMBIGUOUS, FEED_EMPTY, FEED_FOLDER_REFUSED, TOO_MANY_FEED_FILES, and what `feedAddress` throws
   */
  async add(
    { tenantId, userId }: UserViewer,
    input: AddTelemetryFeedInput,
    localOwner: boolean,
  ): Promise<{ feed: TelemetryFeedRow; secret: string | null }> {
    const { uploadId = null, folder = null, url = null } = input;
    const name = nameOf(input.name);
    const ways = [uploadId !== null, folder !== null, url !== null, input.webhook === true];
    if (ways.filter(Boolean).length !== 1) throw intakeErrors.FEED_SOURCE_AMBIGUOUS({});
    const place = { id: randomUUID(), tenantId };
    const secret = input.webhook === true ? newSigningSecret() : null;
    const found =
      secret !== null
        ? ({
            kind: 'WEBHOOK',
            location: 'webhook',
            secretSealed: sealSecret(secret, this.#system.secrets.vault, feedSecretContext(place)),
          } as const)
        : url !== null
          ? ({ kind: 'URL', ...(await feedAddress(this.#system, place, url, null)) } as const)
          : await this.#files(place, uploadId, folder, localOwner);
    const rest = { header: null, secretSealed: null, previousSealed: null, previousUntil: null, removedAt: null };
    const feed = { ...place, name, createdAt: this.#system.clock(), createdBy: userId, ...rest, ...found };
    const row = await this.#system.database.unitOfWork(tenantId, ({ em }) => Promise.resolve(em.create(TelemetryFeedRow, feed)));
    return { feed: row, secret };
  }

  /**
   * Changes what a feed is called, or where it is fetched from: what came from another address is not read any more.
   * @throws FEED_NOT_FOUND, FEED_NAME_INVALID, FEED_HAS_NO_ADDRESS, and what `feedAddress` throws
   */
  async change(viewer: UserViewer, { id, name = null, url = null }: ChangeTelemetryFeedInput): Promise<TelemetryFeedRow> {
    const { tenantId } = viewer;
    const [before = null] = await this.load(viewer, [id]);
    if (before === null || before.removedAt !== null) throw intakeErrors.FEED_NOT_FOUND({});
    if (url !== null && before.kind !== 'URL') throw intakeErrors.FEED_HAS_NO_ADDRESS({});
    const changed = {
      ...(name === null ? {} : { name: nameOf(name) }),
      ...(url === null ? {} : await feedAddress(this.#system, before, url, before)),
    };
    const feed = await this.#system.database.unitOfWork(tenantId, async ({ em }) => {
      const row = await em.findOne(TelemetryFeedRow, { tenantId, id, removedAt: null, location: before.location });
      if (row === null) throw intakeErrors.FEED_NOT_FOUND({});
      if (url !== null && row.location !== changed.location) await em.nativeDelete(TelemetryArrivalRow, { tenantId, feedId: id });
      return Object.assign(row, changed);
    });
    if (feed.location !== before.location) await rm(feedFolder(this.#system, feed), { recursive: true, force: true });
    return feed;
  }

  /** Scans read it no more; what they found stays. @throws FEED_NOT_FOUND */
  async remove({ tenantId }: UserViewer, id: string): Promise<void> {
    const feed = await this.#system.database.unitOfWork(tenantId, async ({ em }) => {
      const row = uuid.safeParse(id).success ? await em.findOne(TelemetryFeedRow, { tenantId, id, removedAt: null }) : null;
      if (row === null) throw intakeErrors.FEED_NOT_FOUND({});
      await em.nativeDelete(TelemetryArrivalRow, { tenantId, feedId: id });
      return Object.assign(row, {
        removedAt: this.#system.clock(),
        header: null,
        secretSealed: null,
        previousSealed: null,
        previousUntil: null,
      });
    });
    if (feed.kind !== 'FOLDER') await rm(feedFolder(this.#system, feed), { recursive: true, force: true });
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

  /** What came of each of these feeds that are fetched; null where nothing was tried yet. */
  async arrivals({ tenantId }: UserViewer, ids: readonly string[]): Promise<(TelemetryArrival | null)[]> {
    const rows = await this.#system.database.unitOfWork(tenantId, ({ em }) => em.find(TelemetryArrivalRow, { tenantId, feedId: { $in: [...ids] } })); // prettier-ignore
    return inOrder(ids, rows, ({ feedId }) => feedId).map((row) => (row === null ? null : shownArrival(row)));
  }

  /** What the last scan counted of each of these feeds; null where it read nothing of it. */
  async counts({ tenantId }: UserViewer, ids: readonly string[]): Promise<(TelemetryFeedCount | null)[]> {
    const counts = await this.#system.database.unitOfWork(tenantId, (unit) => feedCounts(unit, ids));
    return ids.map((id) => counts.get(id) ?? null);
  }

  async #files(
    place: Pick<FeedPlace, 'id' | 'tenantId'>,
    uploadId: string | null,
    folder: string | null,
    localOwner: boolean,
  ): Promise<Pick<FeedPlace, 'kind' | 'location'>> {
    const found = folder === null ? ({ kind: 'UPLOAD', location: 'upload' } as const) : ({ kind: 'FOLDER', location: await this.#allowed(folder, localOwner) } as const); // prettier-ignore
    const files = uploadId === null ? (await filesIn(found.location)).length : await this.#take({ ...place, ...found }, uploadId);
    if (files === 0) throw intakeErrors.FEED_EMPTY({});
    return found;
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

function nameOf(given: string): string {
  const name = given.trim();
  if (name.length < 1 || name.length > MAX_NAME) throw intakeErrors.FEED_NAME_INVALID({});
  return name;
}
