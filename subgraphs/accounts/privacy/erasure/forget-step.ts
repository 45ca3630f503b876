import { z } from 'zod';
import { PlaceKind } from '../../../kernel/privacy/place.ts';
import { searchSome } from '../../../kernel/privacy/search.ts';
import { suppress } from '../../../kernel/privacy/suppression.ts';
import type { Swept, Target } from '../../../kernel/privacy/sweep.ts';
import type { StepContext } from '../../../kernel/runs/workflow.ts';
import type { System } from '../../../kernel/system.ts';
import type { Done } from './erasure.entity.ts';
import { openErasure, requestOf } from './erasure-steps.ts';
import { lockOut } from './lock-out.ts';

/** Passes over everything; what was written while one went on is found by the next. */
const MAX_PASSES = 5;

const doneSchema = z.object({
  places: z.array(z.object({ kind: z.enum(PlaceKind), title: z.string(), changed: z.int(), removed: z.int(), left: z.int() })),
  touched: z.record(z.string(), z.array(z.string())),
  passes: z.int(),
});
const checkpointSchema = z.object({
  at: z.object({ scope: z.string(), table: z.string(), page: z.int() }).nullable(),
  /** Rows changed in this pass so far. */
  inPass: z.int(),
  done: doneSchema,
});
type Checkpoint = z.infer<typeof checkpointSchema>;

const NOTHING: Done = { places: [], touched: {}, passes: 0 };

/** Puts the person on the list of those who must not come back; before anything is taken out, so that nothing comes in behind it. */
export async function suppressStep(system: System, context: StepContext): Promise<void> {
  const { identifiers, key, row } = await openErasure(system, context);
  await context.commit(async (unit) => {
    await suppress(unit, identifiers, { key, requestId: row.id, wholeRow: row.treatment === 'ERASE' });
    await lockOut(unit, identifiers, system.clock());
  });
}

/** Takes the person out of every place, until a whole pass finds nothing to do. */
export async function forgetStep(system: System, context: StepContext): Promise<void> {
  const { search, row } = await openErasure(system, context);
  const mode = { kind: 'FORGET', treatment: row.treatment, runId: context.runId } as const;
  let state: Checkpoint = checkpointSchema.nullable().parse(context.checkpoint ?? null) ?? {
    at: null,
    inPass: 0,
    done: row.done ?? NOTHING,
  };
  for (let more = true; more;) {
    more = await context.commit(async (unit, step) => {
      const { swept, next, fraction } = await searchSome(unit, search, mode, state.at);
      const touched = swept.reduce((sum, { swept: here }) => sum + here.changed + here.removed, 0);
      const inPass = state.inPass + touched;
      const done = added(state.done, swept, next === null);
      const again = next !== null || (inPass > 0 && done.passes < MAX_PASSES);
      state = { at: next, inPass: next === null ? 0 : inPass, done };
      step.checkpoint(state);
      step.progress(fraction, `${done.places.reduce((sum, place) => sum + place.changed + place.removed, 0)} rows seen to`);
      if (!again) (await requestOf(unit, context.runId)).done = done;
      return again;
    });
  }
}

/** Brings up to date what is derived from rows that changed. */
export async function settleStep(system: System, context: StepContext): Promise<void> {
  const { tenantId, runId, signal } = context;
  const { row, search } = await openErasure(system, context);
  const groups = new Map(Object.entries(row.done?.touched ?? {}));
  for (const settle of system.privacy.settlers) await settle({ tenantId, runId, groups, subject: search.subject }, signal);
}

function added(done: Done, swept: readonly { target: Target; swept: Swept }[], ends: boolean): Done {
  const places = new Map(done.places.map((place) => [`${place.kind} ${place.title}`, place]));
  const touched = new Map(Object.entries(done.touched).map(([table, groups]) => [table, new Set(groups)]));
  for (const { target, swept: here } of swept) {
    if (here.changed + here.removed + here.left === 0) continue;
    const { kind, title } = target.place;
    const known = places.get(`${kind} ${title}`) ?? { kind, title, changed: 0, removed: 0, left: 0 };
    places.set(`${kind} ${title}`, {
      kind, title, changed: known.changed + here.changed, removed: known.removed + here.removed,
      // What cannot be changed is found again in every pass: the first one counts it.
      left: known.left + (done.passes === 0 ? here.left : 0),
    }); // prettier-ignore
    if (target.shape.scope !== 'TENANT' || here.changed + here.removed === 0) continue;
    const groups = touched.get(target.shape.table) ?? new Set();
    for (const group of here.rows.keys()) if (group !== '') groups.add(group);
    touched.set(target.shape.table, groups);
  }
  return {
    places: [...places.values()],
    touched: Object.fromEntries([...touched].map(([table, groups]) => [table, [...groups]])),
    passes: done.passes + (ends ? 1 : 0),
  };
}
