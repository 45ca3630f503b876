import { createHmac } from 'node:crypto';
import { sql } from 'kysely';
import { z } from 'zod';
import type { StepContext, Workflow } from '../../../kernel/runs/workflow.ts';
import type { System } from '../../../kernel/system.ts';
import { packEnd, packFile, type PackedFile } from './archive.ts';
import { exportTables, LEFT_OUT, type ExportTable } from './export-tables.ts';
import { readPage } from './read-page.ts';

export const EXPORT_WORKFLOW = 'accounts.export-tenant';

const checkpointSchema = z.object({
  /** Tables that are through. */
  tables: z.number(),
  /** The last row of the one under way. */
  after: z.array(z.string()).nullable(),
  /** Files so far, those of the table under way, and rows. */
  files: z.number(),
  page: z.number(),
});
type Checkpoint = z.infer<typeof checkpointSchema>;

const partsSchema = z.array(z.object({ name: z.string(), rows: z.coerce.number(), bytes: z.coerce.number(), sha256: z.string() }));

/** Takes everything of a tenant out, a page at a time, into the parts of an archive; goes on where a process died. */
export function exportWorkflow(system: System): Workflow {
  return {
    name: EXPORT_WORKFLOW,
    title: 'Export of the workspace',
    steps: [{ kind: 'WORK', name: 'COLLECT', title: 'Collecting everything', weight: 1, run: (context) => collect(system, context) }],
  };
}

async function collect(system: System, context: StepContext): Promise<void> {
  const { database, clock } = system;
  const { tenantId, signal } = context;
  const exportId = z.uuid().parse(context.subject['exportId']);
  const tables = await database.unitOfWork(tenantId, (unit) => exportTables(unit));
  let at: Checkpoint = checkpointSchema.nullable().parse(context.checkpoint) ?? { tables: 0, after: null, files: 0, page: 1 };
  while (at.tables < tables.length) {
    signal.throwIfAborted();
    const table = tables[at.tables];
    if (table === undefined) break;
    const { lines, last } = await database.unitOfWork(tenantId, (unit) => readPage(unit, table, at.after));
    if (last === null) {
      at = { ...at, tables: at.tables + 1, after: null, page: 1 };
      continue;
    }
    const name = fileName(table, at.page);
    const file = await packFile(name, Buffer.from(`${lines.join('\n')}\n`), clock());
    const next = { ...at, after: last, files: at.files + 1, page: at.page + 1 };
    await keep(context, exportId, {
      ordinal: at.files,
      name,
      rows: lines.length,
      file,
      checkpoint: next,
      share: at.tables / tables.length,
    });
    at = next;
  }
  await finish(system, context, { exportId, tables, files: at.files });
}

interface Part {
  ordinal: number;
  name: string;
  rows: number;
  file: PackedFile;
  checkpoint: Checkpoint;
  /** Of the tables that are through, 0…1. */
  share: number;
}

function keep(context: StepContext, exportId: string, { ordinal, name, rows, file, checkpoint, share }: Part): Promise<void> {
  return context.commit(async (unit, step) => {
    await sql`insert into tenant_export_part (tenant_id, export_id, ordinal, name, rows, bytes, sha256, data)
      values (${unit.tenantId}::uuid, ${exportId}::uuid, ${ordinal}, ${name}, ${rows}, ${file.bytes}, ${file.sha256}, ${file.data})`.execute(
      unit.sql,
    );
    await sql`update tenant_export set files = files + 1, rows = rows + ${rows}, bytes = bytes + ${file.data.length}
      where tenant_id = ${unit.tenantId}::uuid and id = ${exportId}::uuid`.execute(unit.sql);
    step.checkpoint(checkpoint);
    step.progress(share, `${checkpoint.files} files`);
  });
}

/** Writes the manifest behind everything else, sealed, and says that the archive is ready. */
async function finish(
  { database, clock, journalKey }: System,
  context: StepContext,
  { exportId, tables, files }: { exportId: string; tables: readonly ExportTable[]; files: number },
): Promise<void> {
  const { tenantId } = context;
  const parts = await database.unitOfWork(tenantId, async (unit) => {
    const { rows } = await sql`select name, rows, bytes, sha256 from tenant_export_part
      where tenant_id = ${tenantId}::uuid and export_id = ${exportId}::uuid and ordinal < ${files} order by ordinal`.execute(unit.sql);
    return partsSchema.parse(rows);
  });
  const content = {
    tenantId,
    exportId,
    madeAt: clock().toISOString(),
    files: parts,
    tables: tables.map((table) => ({
      name: `${folderOf(table)}/${table.name}`,
      rows: parts.filter(({ name }) => name.startsWith(`${folderOf(table)}/${table.name}/`)).reduce((sum, { rows }) => sum + rows, 0),
      columnsLeftOut: table.leftOut,
    })),
    tablesLeftOut: LEFT_OUT,
  };
  const text = JSON.stringify(content, null, 2);
  const seal = createHmac('sha256', journalKey).update(text).digest('hex');
  const manifest = await packFile('manifest.json', Buffer.from(`${text}\n`), clock());
  const sealed = await packFile('manifest.seal', Buffer.from(`${seal}\n`), clock());
  const end = await packEnd();
  const file = { ...manifest, data: Buffer.concat([manifest.data, sealed.data, end]) };
  await context.commit(async (unit, step) => {
    await sql`insert into tenant_export_part (tenant_id, export_id, ordinal, name, rows, bytes, sha256, data)
      values (${tenantId}::uuid, ${exportId}::uuid, ${files}, 'manifest.json', 0, ${file.bytes}, ${file.sha256}, ${file.data})
      on conflict do nothing`.execute(unit.sql);
    await sql`update tenant_export set files = ${files + 1}, bytes = bytes + ${file.data.length}, finished_at = ${clock()}
      where tenant_id = ${tenantId}::uuid and id = ${exportId}::uuid and finished_at is null`.execute(unit.sql);
    step.progress(1, `${files + 1} files`);
  });
}

const folderOf = ({ place }: ExportTable): string => (place === 'PLATFORM' ? 'platform' : 'data');

function fileName(table: ExportTable, page: number): string {
  return `${folderOf(table)}/${table.name}/${String(page).padStart(6, '0')}.ndjson`;
}
