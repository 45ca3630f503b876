import { compareObjects } from '../../subgraphs/connectors/drift/detection/compare-objects.ts';
import { findSuccessor } from '../../subgraphs/connectors/drift/detection/find-successor.ts';
import type { FieldChange } from '../../subgraphs/connectors/drift/detection/types.ts';
import type { Bench, Given } from '../bench.ts';
import { isSuccessor, type GoldSuccessor } from './gold.ts';
import { readHistory } from './history.ts';
import { replay, type Step } from './replay.ts';

const KINDS: Readonly<Record<string, string>> = {
  ADDED: 'added',
  REMOVED: 'removed',
  RETYPED: 'type_changed',
  NULLABILITY_CHANGED: 'nullability_changed',
  ENUM_CHANGED: 'enum_changed',
};

/** What a history tells of fields; anything else it holds is no change of structure. */
const TOLD = new Set(Object.values(KINDS));

/** A vendor's schema history: are its changes seen as what they were, and are the successors of fields that went found, or left alone. */
export const drift: Bench = {
  summary: 'a vendor’s schema history (--data): structural changes, successors of fields that went, abstention where there is none',
  options: {
    data: { kind: 'TEXT', fallback: null, about: 'folder with events*.json and rename_gold*.csv' },
    misses: { kind: 'FLAG', about: 'tell every removal with what was made of it' },
  },
  run(given) {
    const folder = given.text('data');
    if (folder === null) throw new Error('--data <folder> is needed: a folder with events*.json and rename_gold*.csv');
    const history = readHistory(folder);
    const { gold } = history;
    const steps = replay(history);
    const structure = structural(steps, given);
    return Promise.resolve({ ...structure, ...successors(steps, gold, given) });
  },
};

/** Changes as the history tells them: a renaming is a removal and an addition. */
function primitives({ kind, before, after }: FieldChange): string[] {
  const known = KINDS[kind];
  if (known !== undefined) return [...new Set([...before, ...after].map(({ path }) => `${known} ${path}`))];
  if (kind === 'FORMAT_CHANGED' || kind === 'UNIT_CHANGED') return [];
  return [...before.map(({ path }) => `removed ${path}`), ...after.map(({ path }) => `added ${path}`)];
}

function structural(steps: readonly Step[], { say }: Given): { structuralPrecision: number; structuralRecall: number } {
  let [right, found, known] = [0, 0, 0];
  for (const { object, date, before, after, events, addedLately } of steps) {
    const told = new Set(events.flatMap(({ kind, field }) => (field === undefined || !TOLD.has(kind) ? [] : [`${kind} ${field}`])));
    const changes = compareObjects(before, after, { addedLately, values: null });
    // What changed of a field beside its renaming is told of the renamed one.
    const seen = new Set(
      changes.flatMap((change) =>
        change.before[0]?.path === change.after[0]?.path ||
        change.kind === 'RENAMED' ||
        change.kind === 'MOVED' ||
        change.before.length === 0 ||
        change.after.length === 0
          ? primitives(change)
          : [],
      ),
    );
    for (const one of seen) if (!told.has(one)) say(`${date} ${object}: ${one} is not in the history`);
    for (const one of told) if (!seen.has(one)) say(`${date} ${object}: ${one} was not seen`);
    right += [...seen].filter((one) => told.has(one)).length;
    found += seen.size;
    known += told.size;
  }
  say(`structural changes: ${known} in the history, ${found} seen, ${right} of them right`);
  return { structuralPrecision: share(right, found), structuralRecall: share(right, known) };
}

function successors(
  steps: readonly Step[],
  gold: readonly GoldSuccessor[],
  given: Given,
): { successorTop1: number; wrongAutomatic: number; abstention: number } {
  const first = new Map<GoldSuccessor, boolean>();
  let [wrong, alone, left] = [0, 0, 0];
  for (const { object, date, before, after, events, addedLately } of steps) {
    for (const { kind, field } of events) {
      const gone = before.fields.find(({ path }) => path === field);
      if (kind !== 'removed' || gone === undefined) continue;
      const { ranked, decided } = findSuccessor(gone, { before, after, context: { addedLately, values: null } });
      const known = gold.filter((one) => one.schema === object && one.old === field);
      const [best] = ranked;
      const isRight = best !== undefined && known.some((one) => isSuccessor(best.field.path, one));
      for (const one of known) first.set(one, first.get(one) === true || isRight);
      if (decided !== null && !known.some((one) => isSuccessor(decided.field.path, one))) wrong += 1;
      if (known.length === 0) {
        alone += 1;
        if (decided === null) left += 1;
      }
      if (given.flag('misses')) {
        const shown = ranked.slice(0, 3).map((one) => `${one.field.path} ${one.score.toFixed(2)}`);
        given.say(
          `${date} ${object}.${field} → ${known.map((one) => one.new).join('|') || '–'}: ${shown.join(', ')}${decided === null ? '' : `  DECIDED ${decided.field.path}`}`,
        );
      }
    }
  }
  const moved = [...first].filter(([one]) => one.kind !== 'semantic');
  given.say(
    `successors: ${gold.length} known, ${first.size} of their removals are in the history; ${[...first.values()].filter(Boolean).length} ranked first`,
  );
  for (const [one, isRight] of first) if (!isRight) given.say(`${one.schema}.${one.old} → ${one.new} (${one.kind}) was not ranked first`);
  given.say(`without a successor: ${alone} removals, ${left} left alone`);
  return {
    successorTop1: share(moved.filter(([, isRight]) => isRight).length, moved.length),
    wrongAutomatic: wrong,
    abstention: share(left, alone),
  };
}

const share = (part: number, whole: number): number => (whole === 0 ? 1 : Math.round((part / whole) * 10_000) / 10_000);
