import { randomUUID } from 'node:crypto';
import type { FilterQuery } from '@mikro-orm/core';
import { sql } from 'kysely';
import { z } from 'zod';
import { requireAllData } from '../../../kernel/data-access/require-all-data.ts';
import type { InputProblem } from '../../../kernel/errors/input-problem.type.ts';
import { olderThan } from '../../../kernel/pagination/by-time.ts';
import { connectionFrom, type ConnectionOf, type Page } from '../../../kernel/pagination/page.ts';
import { masked } from '../../../kernel/privacy/subject/identifier.ts';
import type { System } from '../../../kernel/system.ts';
import { openSecret } from '../../../kernel/vault/vault.ts';
import type { UserViewer } from '../../../kernel/viewer/viewer.ts';
import type { IdentifierInput } from '../erasure/erasure.type.ts';
import { readIdentifiers } from '../erasure/identifier-input.ts';
import { sealIdentifiers } from '../erasure/sealed-identifiers.ts';
import { privacyErrors } from '../privacy.errors.ts';
import { EXPORT_WORKFLOW } from './collect-step.ts';
import { PersonExportRow } from './export.entity.ts';

/** How long an archive is kept. */
const LIFETIME_MS = 24 * 60 * 60_000;
const partSchema = z.object({ sealed: z.string(), position: z.int() });

/** Archives of what is known about a person: asked for, listed, handed out until they expire. */
export class ExportService {
  private readonly system: System;

  constructor(system: System) {
    this.system = system;
  }

  /** Begins an archive. @returns it, or what has to be corrected. @throws DATA_RESTRICTED for whom a rule about data restricts */
  async request(viewer: UserViewer, input: readonly IdentifierInput[]): Promise<PersonExportRow | InputProblem[]> {
    await requireAllData(this.system.dataAccess, viewer);
    const { tenantId, userId } = viewer;
    const { identifiers, problems } = readIdentifiers(input);
    if (problems.length > 0) return problems;
    const { secrets, clock, runs, database } = this.system;
    const id = randomUUID();
    const sealed = sealIdentifiers(identifiers, secrets.vault, { tenantId, purpose: `person-export:${id}` });
    return database.unitOfWork(tenantId, async (unit) => {
      const row = unit.em.create(PersonExportRow, {
        id, tenantId, status: 'COLLECTING', identifiers: sealed, subject: identifiers.map(masked), requestedBy: userId, requestedAt: clock(),
        records: 0, bytes: 0, truncated: false, expiresAt: new Date(clock().getTime() + LIFETIME_MS),
      }); // prettier-ignore
      await unit.em.persist(row).flush();
      await runs.start(unit, { id, workflow: EXPORT_WORKFLOW, title: 'Collect what is known about a person', subject: { exportId: id }, startedBy: userId }); // prettier-ignore
      return row;
    });
  }

  /** Archives, newest first; those whose time is over are EXPIRED. @throws BAD_CURSOR */
  page({ tenantId }: UserViewer, page: Page): Promise<ConnectionOf<PersonExportRow>> {
    const now = this.system.clock();
    return this.system.database.unitOfWork(tenantId, async ({ em }) => {
      const where: FilterQuery<PersonExportRow> =
        page.after === null ? { tenantId } : { tenantId, $or: olderThan(page.after, 'requestedAt') };
      const rows = await em.find(PersonExportRow, where, { orderBy: { requestedAt: 'desc', id: 'desc' }, limit: page.limit + 1 });
      const shown = rows.map((row) =>
        row.expiresAt <= now ? Object.assign(Object.create(row) as PersonExportRow, { status: 'EXPIRED' as const }) : row,
      );
      return connectionFrom(page, shown, await em.count(PersonExportRow, { tenantId }), (row) => [row.requestedAt.toISOString(), row.id]);
    });
  }

  /** The archive's text, piece by piece. @throws EXPORT_NOT_READY, DATA_RESTRICTED */
  async open(viewer: UserViewer, id: string): Promise<AsyncGenerator<string>> {
    await requireAllData(this.system.dataAccess, viewer);
    const { tenantId } = viewer;
    const { database, clock, secrets } = this.system;
    const row = z.uuid().safeParse(id).success
      ? await database.unitOfWork(tenantId, ({ em }) => em.findOne(PersonExportRow, { id, tenantId }))
      : null;
    if (row === null || row.status !== 'READY' || row.expiresAt <= clock()) throw privacyErrors.EXPORT_NOT_READY({});
    return (async function* () {
      for (let position = 0; ; position++) {
        const at = position;
        const part = await database.unitOfWork(tenantId, async (unit) => {
          const { rows } = await sql`select sealed, position from person_export_part
            where tenant_id = ${tenantId}::uuid and export_id = ${id}::uuid and position = ${at}`.execute(unit.sql);
          return rows[0] === undefined ? null : partSchema.parse(rows[0]);
        });
        if (part === null) return;
        yield openSecret(part.sealed, secrets.vault, { tenantId, purpose: `person-export:${id}:${position}` });
      }
    })();
  }
}
