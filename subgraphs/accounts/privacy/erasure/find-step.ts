import { sql } from 'kysely';
import { z } from 'zod';
import type { UnitOfWork } from '../../../kernel/database/unit-of-work.ts';
import { PlaceKind } from '../../../kernel/privacy/place.ts';
import { searchSome } from '../../../kernel/privacy/search.ts';
import { type Identifier, identifierProblem, masked, normalised } from '../../../kernel/privacy/subject/identifier.ts';
import { identifiersBeside, type Swept, type Target } from '../../../kernel/privacy/sweep.ts';
import type { StepContext } from '../../../kernel/runs/workflow.ts';
import type { System } from '../../../kernel/system.ts';
import type { PlaceTally } from './erasure.entity.ts';
import { openErasure, type OpenErasure, requestOf, resealed } from './erasure-steps.ts';

/** Identifiers found beside those given, at most. */
const MAX_RELATED = 20;

const positionSchema = z.object({ scope: z.string(), table: z.string(), page: z.int() });
const tallySchema = z.object({
  scope: z.enum(['PLATFORM', 'TENANT']),
  table: z.string(),
  kind: z.enum(PlaceKind),
  title: z.string(),
  group: z.string(),
  part: z.string().nullable(),
  rows: z.int(),
  rowsByNameOnly: z.int(),
  changeable: z.boolean(),
});
const checkpointSchema = z.object({ pass: z.enum(['RELATED', 'COUNT']), at: positionSchema.nullable(), tallies: z.array(tallySchema) });

/** Looks for the person everywhere, changing nothing; what stands beside them in records of their own is looked for as well. */
export async function findStep(system: System, context: StepContext): Promise<void> {
  let open = await openErasure(system, context);
  let state = checkpointSchema.nullable().parse(context.checkpoint ?? null) ?? { pass: open.row.includeRelated ? ('RELATED' as const) : ('COUNT' as const), at: null, tallies: [] }; // prettier-ignore
  while (state.pass === 'RELATED') {
    state = await context.commit(async (unit, step) => {
      const { swept, next, fraction } = await searchSome(
        unit,
        open.search,
        { kind: 'FIND' },
        state.at,
        ({ place }) => place.groups?.personal !== undefined,
      );
      await keepRelated(system, unit, open, await related(unit, swept));
      const after = { ...state, at: next, pass: next === null ? ('COUNT' as const) : ('RELATED' as const) };
      step.checkpoint(after);
      step.progress(fraction * 0.3, 'looking for what stands beside the person');
      return after;
    });
    open = await openErasure(system, context);
  }
  for (let more = true; more;) {
    more = await context.commit(async (unit, step) => {
      const { swept, next, fraction } = await searchSome(unit, open.search, { kind: 'FIND' }, state.at);
      const tallies = await counted(unit, state.tallies, swept);
      state = { ...state, at: next, tallies };
      step.checkpoint(state);
      step.progress(0.3 + fraction * 0.7, `${tallies.reduce((sum, { rows }) => sum + rows, 0)} rows found`);
      if (next !== null) return true;
      const row = await requestOf(unit, context.runId);
      Object.assign(row, { preview: tallies, status: 'AWAITING_CONFIRMATION' });
      unit.emit('accounts.erasure-changed', { requestId: row.id, status: 'AWAITING_CONFIRMATION' });
      return false;
    });
  }
}

/** Identifiers that stand beside the person and nowhere else in that table: whoever shares a telephone is not forgotten with them. */
async function related(unit: UnitOfWork, swept: readonly { target: Target; swept: Swept }[]): Promise<Identifier[]> {
  const found: Identifier[] = [];
  for (const { target, swept: here } of swept) {
    for (const { group, field, ...identifier } of identifiersBeside(here.beside)) {
      if (identifierProblem(identifier) !== null) continue;
      const own = here.beside.filter((each) => each.group === group && each.field.name === field && each.value === identifier.value).length;
      const { rows } = await unit.asTenant((db) =>
        sql<{ n: string }>`select count(*) as n from ${sql.id(target.shape.table)}
          where ${sql.id(target.place.groups?.column ?? '')}::text = ${group} and data ->> ${field} = ${identifier.value}`.execute(db),
      );
      if (Number(rows[0]?.n ?? 0) <= own) found.push(identifier);
    }
  }
  return found;
}

async function keepRelated(
  system: System,
  unit: UnitOfWork,
  { row: { id }, identifiers }: OpenErasure,
  found: readonly Identifier[],
): Promise<void> {
  const known = new Set(identifiers.map((identifier) => `${identifier.kind} ${normalised(identifier)}`));
  const fresh = found.filter((identifier) => {
    const name = `${identifier.kind} ${normalised(identifier)}`;
    return !known.has(name) && known.add(name);
  });
  const room = MAX_RELATED - identifiers.filter((identifier) => identifier.related).length;
  if (fresh.length === 0 || room <= 0) return;
  const all = [...identifiers, ...fresh.slice(0, room)];
  Object.assign(await requestOf(unit, id), { identifiers: resealed(system, unit.tenantId, id, all), subject: all.map(masked) });
}

async function counted(
  unit: UnitOfWork,
  before: readonly PlaceTally[],
  swept: readonly { target: Target; swept: Swept }[],
): Promise<PlaceTally[]> {
  const tallies = new Map(before.map((tally) => [`${tally.scope} ${tally.table} ${tally.group}`, tally]));
  for (const { target, swept: here } of swept) {
    const { shape, place } = target;
    const names = here.rows.size === 0 ? undefined : await place.groups?.names(unit, [...here.rows.keys()]);
    for (const [group, { rows, byNameOnly }] of here.rows) {
      const name = `${shape.scope} ${shape.table} ${group}`;
      const known = tallies.get(name);
      tallies.set(name, {
        scope: shape.scope,
        table: shape.table,
        kind: place.kind,
        title: place.title,
        group,
        part: names?.get(group) ?? null,
        rows: (known?.rows ?? 0) + rows,
        rowsByNameOnly: (known?.rowsByNameOnly ?? 0) + byNameOnly,
        // What the audit trail says is emptied by the system role, which alone may.
        changeable: place.kind === 'JOURNAL' || shape.columns.some((column) => column.changeable),
      });
    }
  }
  return [...tallies.values()];
}
