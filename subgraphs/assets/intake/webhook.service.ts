import { hash, randomUUID } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import { mkdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { sql } from 'kysely';
import { z } from 'zod';
import type { System } from '../../kernel/system.ts';
import { openSecret, sealSecret } from '../../kernel/vault/vault.ts';
import type { UserViewer } from '../../kernel/viewer/viewer.ts';
import { newSigningSecret, SECRET_GRACE_MS, verifySigned } from '../../kernel/webhooks/signatures.ts';
import { feedSecretContext } from './feed-address.ts';
import { feedFolder, filesIn, MOST_FILES } from './feed-files.ts';
import { intakeErrors } from './intake.errors.ts';
import { TelemetryArrivalRow } from './telemetry-arrival.entity.ts';
import { TelemetryFeedRow } from './telemetry-feed.entity.ts';

/** Of all messages of a feed. */
const MAX_BYTES = 1024 ** 3;
const ID_CHARACTERS = 32;
const uuid = z.uuid();
const tenantRow = z.object({ tenant_id: z.uuid() });

/** Takes telemetry that others send. */
export class WebhookService {
  readonly #system: System;

  constructor(system: System) {
    this.#system = system;
  }

  /**
   * Checks a message's signature and keeps it as a file of its feed; one that came already is not kept again.
   * @returns whether it was kept
   * @throws FEED_NOT_FOUND, INBOUND_SIGNATURE_MISSING, INBOUND_SIGNATURE_INVALID, INBOUND_TOO_OLD, FEED_EMPTY, FEED_FULL
   */
  async receive(feedId: string, headers: IncomingHttpHeaders, body: string): Promise<boolean> {
    const { database, clock } = this.#system;
    const tenantId = await this.#tenantOf(feedId);
    if (tenantId === null) throw intakeErrors.FEED_NOT_FOUND({});
    return database.unitOfWork(tenantId, async ({ em, sql: db }) => {
      // One after the other: a message that is sent twice at once is kept once.
      await sql`select pg_advisory_xact_lock(hashtextextended(${`telemetry ${feedId}`}, 0))`.execute(db);
      const feed = await em.findOne(TelemetryFeedRow, { tenantId, id: feedId, removedAt: null });
      if (feed === null) throw intakeErrors.FEED_NOT_FOUND({});
      const now = clock();
      const id = hash('sha256', verifySigned(headers, body, this.#secretsOf(feed, now), now), 'hex').slice(0, ID_CHARACTERS);
      if (body.trim() === '') throw intakeErrors.FEED_EMPTY({});
      const folder = feedFolder(this.#system, feed);
      const there = await filesIn(folder);
      if (there.some(({ name }) => name.endsWith(id))) return false;
      const bytes = there.reduce((sum, file) => sum + file.bytes, Buffer.byteLength(body));
      if (there.length >= MOST_FILES || bytes > MAX_BYTES) throw intakeErrors.FEED_FULL({ files: MOST_FILES, bytes: MAX_BYTES });
      await mkdir(folder, { recursive: true });
      const arriving = join(folder, `.${randomUUID()}`);
      await writeFile(arriving, body, { mode: 0o600 });
      await rename(arriving, join(folder, `${now.toISOString().replaceAll(/\D/gu, '')}-${id}`));
      const came = { triedAt: now, arrivedAt: now, files: there.length + 1, bytes, problem: null };
      const known = await em.findOne(TelemetryArrivalRow, { tenantId, feedId });
      if (known === null) em.create(TelemetryArrivalRow, { tenantId, feedId, ...came });
      else Object.assign(known, came);
      return true;
    });
  }

  /** Makes another secret; the one before is accepted for a day. @returns it, this once. @throws FEED_NOT_FOUND, FEED_IS_NO_WEBHOOK */
  rotate({ tenantId }: UserViewer, id: string): Promise<{ secret: string; feed: TelemetryFeedRow }> {
    const { database, secrets, clock } = this.#system;
    const secret = newSigningSecret();
    return database.unitOfWork(tenantId, async ({ em }) => {
      const feed = uuid.safeParse(id).success ? await em.findOne(TelemetryFeedRow, { tenantId, id, removedAt: null }) : null;
      if (feed === null) throw intakeErrors.FEED_NOT_FOUND({});
      if (feed.kind !== 'WEBHOOK') throw intakeErrors.FEED_IS_NO_WEBHOOK({});
      Object.assign(feed, {
        previousSealed: feed.secretSealed,
        previousUntil: new Date(clock().getTime() + SECRET_GRACE_MS),
        secretSealed: sealSecret(secret, secrets.vault, feedSecretContext(feed)),
      });
      return { secret, feed };
    });
  }

  async #tenantOf(feedId: string): Promise<string | null> {
    if (!uuid.safeParse(feedId).success) return null;
    const { rows } = await this.#system.database.systemWork((db) =>
      sql`select f.tenant_id from telemetry_feed f left join tenant t on t.id = f.tenant_id
        where f.id = ${feedId}::uuid and f.kind = 'WEBHOOK' and f.removed_at is null and t.closing_at is null and t.frozen_at is null`.execute(
        db,
      ),
    );
    return z.array(tenantRow).parse(rows)[0]?.tenant_id ?? null;
  }

  #secretsOf(feed: TelemetryFeedRow, now: Date): string[] {
    const before = feed.previousUntil != null && feed.previousUntil > now ? feed.previousSealed : null;
    return [feed.secretSealed, before].flatMap((sealed) =>
      sealed == null ? [] : [openSecret(sealed, this.#system.secrets.vault, feedSecretContext(feed))],
    );
  }
}
