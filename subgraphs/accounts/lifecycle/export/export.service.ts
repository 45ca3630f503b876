import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { z } from 'zod';
import { requireAllData } from '../../../kernel/data-access/require-all-data.ts';
import { inputProblem, type InputProblem } from '../../../kernel/errors/input-problem.type.ts';
import type { System } from '../../../kernel/system.ts';
import type { UserViewer } from '../../../kernel/viewer/viewer.ts';
import { lifecycleErrors } from '../lifecycle.errors.ts';
import { TenantExport, type TenantExportStatus } from '../lifecycle.type.ts';
import { EXPORT_WORKFLOW } from './export-workflow.ts';

const KEPT_MS = 7 * 86_400_000;
const MAX_LISTED = 20;

const rowsSchema = z.array(
  z.object({
    id: z.string(),
    run_id: z.string(),
    created_at: z.coerce.date(),
    expires_at: z.coerce.date(),
    finished_at: z.coerce.date().nullable(),
    files: z.coerce.number(),
    rows: z.coerce.number(),
    bytes: z.coerce.number(),
    run_status: z.string().nullable(),
  }),
);
type Row = z.infer<typeof rowsSchema>[number];
const partSchema = z.array(z.object({ data: z.instanceof(Uint8Array) }));

/** Exports of a whole tenant: begins, lists, hands out and forgets them. */
export class ExportService {
  readonly #system: System;

  constructor(system: System) {
    this.#system = system;
  }

  /** Begins one; a tenant has one under way at a time. @throws DATA_RESTRICTED for those whom a rule about data leaves a part only */
  async begin(viewer: UserViewer): Promise<TenantExport | InputProblem[]> {
    const { tenantId, userId } = viewer;
    await requireAllData(this.#system.dataAccess, viewer);
    const { database, runs, clock } = this.#system;
    const [id, runId] = [randomUUID(), randomUUID()];
    const now = clock();
    return database.unitOfWork(tenantId, async (unit) => {
      await sql`select pg_advisory_xact_lock(hashtextextended(${`tenant export ${tenantId}`}, 0))`.execute(unit.sql);
      const known = await listed(unit.sql, tenantId, MAX_LISTED);
      if (known.some((row) => statusOf(row, now) === 'RUNNING')) return [inputProblem(lifecycleErrors.EXPORT_UNDER_WAY({}))];
      await sql`insert into tenant_export (id, tenant_id, run_id, created_by, created_at, expires_at)
        values (${id}, ${tenantId}, ${runId}, ${userId}, ${now}, ${new Date(now.getTime() + KEPT_MS)})`.execute(unit.sql);
      await runs.start(unit, {
        id: runId,
        workflow: EXPORT_WORKFLOW,
        title: 'Export of the workspace',
        subject: { exportId: id },
        startedBy: userId,
      });
      unit.audit({ action: 'tenant.exported', subject: { type: 'TenantExport', id }, before: null, after: { runId, startedBy: userId } });
      const [row] = await listed(unit.sql, tenantId, 1);
      if (row === undefined) throw new Error('the export that was just begun is not there');
      return shown(row, now);
    });
  }

  /** The newest ones. */
  async list({ tenantId }: UserViewer): Promise<TenantExport[]> {
    const { database, clock } = this.#system;
    const rows = await database.unitOfWork(tenantId, (unit) => listed(unit.sql, tenantId, MAX_LISTED));
    return rows.map((row) => shown(row, clock()));
  }

  /** Whether there is one that can be downloaded. */
  async hasReady(viewer: UserViewer): Promise<boolean> {
    return (await this.list(viewer)).some(({ status }) => status === 'READY');
  }

  /** The archive, a part at a time: the next is read when the last has left. @throws EXPORT_NOT_FOUND, DATA_RESTRICTED before the first */
  async open(viewer: UserViewer, exportId: string): Promise<{ bytes: number; parts: AsyncIterable<Uint8Array> }> {
    const { database, dataAccess } = this.#system;
    const { tenantId } = viewer;
    await requireAllData(dataAccess, viewer);
    const found = (await this.list(viewer)).find(({ id }) => id === exportId);
    if (found?.status !== 'READY') throw lifecycleErrors.EXPORT_NOT_FOUND({});
    async function* parts(): AsyncGenerator<Uint8Array> {
      for (let ordinal = 0; ordinal < (found?.files ?? 0); ordinal++) {
        const rows = await database.unitOfWork(tenantId, async (unit) => {
          const { rows: read } = await sql`select data from tenant_export_part
            where tenant_id = ${tenantId}::uuid and export_id = ${exportId}::uuid and ordinal = ${ordinal}`.execute(unit.sql);
          return partSchema.parse(read);
        });
        // It may expire while it is being read: better cut off than wrong.
        if (rows[0] === undefined) throw lifecycleErrors.EXPORT_NOT_FOUND({});
        yield rows[0].data;
      }
    }
    return { bytes: found.bytes, parts: parts() };
  }

  /** Deletes the archives of all tenants that are kept no longer. @returns how many */
  async forgetExpired(): Promise<number> {
    const { database, clock } = this.#system;
    const { numAffectedRows } = await database.systemWork((db) => sql`delete from tenant_export where expires_at < ${clock()}`.execute(db));
    return Number(numAffectedRows ?? 0);
  }
}

async function listed(db: Parameters<ReturnType<typeof sql>['execute']>[0], tenantId: string, limit: number): Promise<Row[]> {
  const { rows } = await sql`
    select e.*, r.status as run_status from tenant_export e
    left join durable_run r on r.tenant_id = e.tenant_id and r.id = e.run_id
    where e.tenant_id = ${tenantId}::uuid order by e.created_at desc, e.id limit ${sql.lit(limit)}`.execute(db);
  return rowsSchema.parse(rows);
}

function statusOf(row: Row, now: Date): TenantExportStatus {
  if (row.expires_at <= now) return 'EXPIRED';
  if (row.finished_at !== null) return 'READY';
  return row.run_status === 'FAILED' || row.run_status === 'CANCELLED' || row.run_status === null ? 'FAILED' : 'RUNNING';
}

function shown(row: Row, now: Date): TenantExport {
  const { id, files, rows, bytes } = row;
  return Object.assign(new TenantExport(), {
    id,
    status: statusOf(row, now),
    runId: row.run_id,
    createdAt: row.created_at,
    finishedAt: row.finished_at,
    expiresAt: row.expires_at,
    files,
    rows,
    bytes,
    path: `/tenant-exports/${id}`,
  });
}
