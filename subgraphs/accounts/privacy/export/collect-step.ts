import { sql } from 'kysely';
import { z } from 'zod';
import { openSearch, searchSome } from '../../../kernel/privacy/search.ts';
import type { Swept, Target } from '../../../kernel/privacy/sweep.ts';
import { tenantKey } from '../../../kernel/privacy/tenant-key.ts';
import type { UnitOfWork } from '../../../kernel/database/unit-of-work.ts';
import type { StepContext, Workflow } from '../../../kernel/runs/workflow.ts';
import type { System } from '../../../kernel/system.ts';
import { sealSecret } from '../../../kernel/vault/vault.ts';
import { openIdentifiers } from '../erasure/sealed-identifiers.ts';
import { PersonExportRow } from './export.entity.ts';
import { type ExportedRow, exportedRows } from './exported-rows.ts';

export const EXPORT_WORKFLOW = 'accounts.person-export';

/** Rows in an archive, at most: a person has hundreds, a word that is everywhere millions. */
const MAX_ROWS = 20_000;

const checkpointSchema = z.object({
  at: z.object({ scope: z.string(), table: z.string(), page: z.int() }).nullable(),
  parts: z.int(),
  rows: z.int(),
});

/** Finds a person as forgetting does, and keeps what is found, sealed, for a day. */
export function createExportWorkflow(system: System): Workflow {
  return {
    name: EXPORT_WORKFLOW,
    title: 'Collect what is known about a person',
    steps: [{ kind: 'WORK', name: 'COLLECT', title: 'Collect', weight: 1, run: (context) => collectStep(system, context) }],
  };
}

async function collectStep(system: System, context: StepContext): Promise<void> {
  const { tenantId, runId } = context;
  const { vault } = system.secrets;
  const search = await system.database.unitOfWork(tenantId, async (unit) => {
    const row = await exportOf(unit, runId);
    const identifiers = openIdentifiers(row.identifiers, vault, { tenantId, purpose: `person-export:${runId}` });
    return openSearch(unit, system.privacy.places, identifiers, await tenantKey(unit, vault));
  });
  let state = checkpointSchema.nullable().parse(context.checkpoint ?? null) ?? { at: null, parts: 0, rows: 0 };
  for (let more = true; more;) {
    more = await context.commit(async (unit, step) => {
      const { swept, next, fraction } = await searchSome(unit, search, { kind: 'FIND' }, state.at);
      const rows = (await allRows(unit, swept)).slice(0, MAX_ROWS - state.rows);
      const ends = next === null || state.rows + rows.length >= MAX_ROWS;
      const opening =
        state.parts === 0
          ? `{\n"person": "everything that is known here",\n"collectedAt": ${JSON.stringify(system.clock())},\n"records": [\n`
          : '';
      const lines = rows.map((row, index) => `${state.rows + index === 0 ? '' : ',\n'}${JSON.stringify(row)}`).join('');
      const text = `${opening}${lines}${ends ? '\n]\n}\n' : ''}`;
      const sealed = sealSecret(text, vault, { tenantId, purpose: `person-export:${runId}:${state.parts}` });
      await sql`insert into person_export_part (tenant_id, export_id, position, sealed)
        values (${tenantId}::uuid, ${runId}::uuid, ${state.parts}, ${sealed})`.execute(unit.sql);
      state = { at: next, parts: state.parts + 1, rows: state.rows + rows.length };
      step.checkpoint(state);
      step.progress(fraction, `${state.rows} rows found`);
      const row = await exportOf(unit, runId);
      row.bytes += Buffer.byteLength(text);
      row.records = state.rows;
      if (ends) Object.assign(row, { status: 'READY', identifiers: null, truncated: next !== null });
      return !ends;
    });
  }
}

async function allRows(unit: UnitOfWork, swept: readonly { target: Target; swept: Swept }[]): Promise<ExportedRow[]> {
  const rows: ExportedRow[] = [];
  for (const { target, swept: here } of swept) rows.push(...(await exportedRows(unit, target, here)));
  return rows;
}

const exportOf = ({ em, tenantId }: UnitOfWork, id: string): Promise<PersonExportRow> =>
  em.findOneOrFail(PersonExportRow, { id, tenantId }, { populate: ['identifiers'] });
