import type { FieldFacts, ObjectFacts } from '../../subgraphs/connectors/drift/detection/types.ts';
import { factsOf, type History, type VendorEvent } from './history.ts';

/** One object before and after the changes of one commit. */
export interface Step {
  object: string;
  date: string;
  before: ObjectFacts;
  after: ObjectFacts;
  /** What happened, as the history says. */
  events: readonly VendorEvent[];
  /** Fields that came within the window before, and are still there. */
  addedLately: ReadonlySet<string>;
}

/** A field that came so long before another one went may still be its successor. */
const LATELY_MS = 60 * 24 * 60 * 60_000;

/** Plays a history again, object by object: each commit is one step from what was there to what there is. */
export function replay({ events, known }: Pick<History, 'events' | 'known'>): Step[] {
  const steps: Step[] = [];
  for (const [object, all] of Map.groupBy(events, ({ schema }) => schema)) {
    const state = initialState(all, known.get(object) ?? []);
    const cameAt = new Map<string, number>();
    for (const own of Map.groupBy(all, ({ date, commit }) => `${date} ${commit}`).values()) {
      const date = own[0]?.date ?? '';
      const at = Date.parse(date);
      const before = { object, fields: [...state.values()] };
      const addedLately = new Set([...cameAt].filter(([path, came]) => at - came <= LATELY_MS && state.has(path)).map(([path]) => path));
      for (const event of own) {
        apply(state, event);
        if (event.kind === 'added' && event.field !== undefined) cameAt.set(event.field, at);
      }
      steps.push({ object, date, before, after: { object, fields: [...state.values()] }, events: own, addedLately });
    }
  }
  return steps;
}

/** The fields that were there before the first change of them, and those that never changed. */
function initialState(events: readonly VendorEvent[], known: readonly FieldFacts[]): Map<string, FieldFacts> {
  const changing = new Set(events.map(({ field }) => field));
  const state = new Map(known.filter(({ path }) => !changing.has(path)).map((field) => [field.path, field]));
  const seen = new Set<string>();
  for (const { field, old } of events) {
    if (field === undefined || seen.has(field)) continue;
    seen.add(field);
    if (old !== null && old !== undefined) state.set(field, factsOf(field, old, state.size));
  }
  return state;
}

function apply(state: Map<string, FieldFacts>, { kind, field, new: side }: VendorEvent): void {
  if (field === undefined) return;
  if (kind === 'removed') state.delete(field);
  else if (side !== null && side !== undefined) state.set(field, factsOf(field, side, state.get(field)?.position ?? state.size));
}
