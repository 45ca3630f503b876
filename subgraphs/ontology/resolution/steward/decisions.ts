import type { ModelEntity } from '../../../../schema/events/semantic-model.ts';
import { resolutionErrors } from '../resolution.errors.ts';
import type { ChangeRow } from '../store/changes.ts';
import { membersById, membersOf } from '../store/members.ts';
import { type PersonsDecision, decidePairs } from '../store/pairs.ts';
import { verify } from '../store/verified.ts';
import type { Reclustered } from '../work/recluster.ts';
import { changeById, changedSince, markUndone } from './history.ts';
import { refuse } from './refused.ts';
import type { Deciding } from './steward.service.ts';
import { across, mayBeOne, pairsBefore, pairsById, restorePairs, together } from './wanted-pairs.ts';

/** Makes golden records one, confirmed by who does it. @throws Refusal */
export async function merge({ db, entity, decide }: Deciding, goldens: readonly string[], by: string): Promise<Reclustered> {
  const members = await membersOf(db, goldens);
  if (new Set(members.map(({ golden }) => golden)).size < goldens.length) refuse(resolutionErrors.RESOLUTION_TOO_FEW({}), 'ids');
  await mayBeOne(db, members, 'ids');
  const firsts = goldens.map((golden) => members.filter((each) => each.golden === golden).toSorted((a, b) => a.seq - b.seq)[0]?.id ?? '');
  // All of them, not one of each: what holds each together may not hold them all.
  const all = [...new Set([...firsts, ...members.map(({ id }) => id)])];
  const done = await decide('MERGED', together(all), all);
  const golden = done.golden.get(firsts[0] ?? '') ?? '';
  for (const each of goldens) await verify(db, { id: each, entity: entity.name }, null);
  await verify(db, { id: golden, entity: entity.name }, by);
  return done;
}

/** Takes some members out of a golden record; together they become one of their own. @throws Refusal */
export async function split({ db, decide }: Deciding, golden: string, ids: readonly string[]): Promise<Reclustered> {
  const members = await membersOf(db, [golden]);
  const leaving = members.filter(({ id }) => ids.includes(id));
  const staying = members.filter(({ id }) => !ids.includes(id));
  const unknown = ids.find((id) => !members.some((member) => member.id === id));
  if (unknown !== undefined) refuse(resolutionErrors.RESOLUTION_RECORD_UNKNOWN({ id: unknown }), 'members');
  if (leaving.length === 0 || staying.length === 0) refuse(resolutionErrors.RESOLUTION_TOO_FEW({}), 'members');
  const idsOf = (some: typeof members): string[] => some.map(({ id }) => id);
  const decisions = [...across([idsOf(leaving), idsOf(staying)], 'NON_MATCH'), ...together(idsOf(leaving)), ...together(idsOf(staying))];
  return decide('SPLIT', decisions, idsOf(members));
}

/** Declares that golden records are never to be one. @throws Refusal */
export async function never({ db, decide }: Deciding, goldens: readonly string[]): Promise<Reclustered> {
  const members = await membersOf(db, goldens);
  const groups = goldens.map((golden) => members.filter((each) => each.golden === golden).map(({ id }) => id));
  if (groups.some((group) => group.length === 0)) refuse(resolutionErrors.RESOLUTION_TOO_FEW({}), 'ids');
  return decide(
    'NEVER',
    across(groups, 'NON_MATCH'),
    members.map(({ id }) => id),
  );
}

/** Decides pairs one way. @throws Refusal */
export async function decideOn({ db, decide }: Deciding, ids: readonly string[], status: PersonsDecision['status']): Promise<Reclustered> {
  const pairs = await pairsById(db, ids);
  if (pairs.length < new Set(ids).size) refuse(resolutionErrors.RESOLUTION_PAIR_UNKNOWN({}), 'id');
  const seeds = [...new Set(pairs.flatMap(({ a, b }) => [a, b]))];
  if (status === 'MATCH') {
    const records = await membersById(db, seeds);
    const goldenOf = new Map(records.map((record) => [record.id, record.golden]));
    for (const { a, b } of pairs) {
      const goldens = [...new Set([goldenOf.get(a) ?? '', goldenOf.get(b) ?? ''])];
      if (goldens.length > 1) await mayBeOne(db, await membersOf(db, goldens), 'id');
    }
  }
  return decide(
    'DECIDED',
    pairs.map(({ a, b }) => ({ a, b, status })),
    seeds,
  );
}

/** Takes a change back: golden records and pairs are as they were before it. @throws Refusal */
export async function undo(deciding: Deciding, change: ChangeRow, by: string): Promise<Reclustered> {
  const { db, entity, now } = deciding;
  // Somebody may have been quicker.
  if ((await changeById(db, change.id))?.undone_at !== null) refuse(resolutionErrors.RESOLUTION_UNDONE({}), 'id');
  const later = await changedSince(db, change);
  if (later !== null) refuse(resolutionErrors.RESOLUTION_CHANGED_SINCE({ id: later }), 'id');
  const wanted = new Map(change.before.flatMap(({ golden, members }) => members.map((id) => [id, golden] as const)));
  const seeds = [...new Set([...change.before, ...change.after].flatMap(({ members }) => members))];
  // What scores merged would be merged again: the person says that it is not one.
  const decisions = change.decided_by === null ? held(change) : [];
  const pairs = await pairsBefore(db, [...decisions, ...change.pairs.map(({ a, b }): PersonsDecision => ({ a, b, status: 'MATCH' }))]);
  await restorePairs(db, entity.name, change.pairs);
  await decidePairs(db, entity.name, decisions, by, now);
  if (change.kind === 'MERGED') for (const { golden } of change.after) await verify(db, { id: golden, entity: entity.name }, null);
  await markUndone(db, change.id, by, now);
  return deciding.recluster(seeds, { kind: 'UNDONE', pairs, wanted });
}

/** What keeps records as they were before a change of the scores. */
function held({ before }: ChangeRow): PersonsDecision[] {
  return [
    ...across(
      before.map(({ members }) => members),
      'NON_MATCH',
    ),
    ...before.flatMap(({ members }) => together(members)),
  ];
}

/** Name of the one entity type of records. @throws Refusal when there are several */
export function oneType(entities: readonly ModelEntity[]): ModelEntity | null {
  const names = [...new Set(entities.map(({ name }) => name))];
  if (names.length > 1) refuse(resolutionErrors.RESOLUTION_TYPES_DIFFER({ types: names.join(', ') }), 'ids');
  return entities[0] ?? null;
}
