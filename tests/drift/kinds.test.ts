import { afterAll, beforeAll, expect, test } from 'vitest';
import { type DriftTest, startDriftTest } from './drift.testkit.ts';

/** What an employee table looks like in its two versions. */
interface Case {
  what: string;
  kind: string;
  before: (i: number) => Record<string, string>;
  after: (i: number) => Record<string, string>;
  /** Columns that have to be as they were. */
  same: string;
}

const FIRST = ['Ada', 'Bo', 'Cleo', 'Dag', 'Eve', 'Finn', 'Gro'];
const LAST = ['Abel', 'Berg', 'Carlsen', 'Dahl', 'Eide', 'Foss', 'Gran', 'Holm', 'Iversen'];
const first = (i: number): string => FIRST[i % FIRST.length] ?? '';
const last = (i: number): string => LAST[i % LAST.length] ?? '';
const base = (i: number): Record<string, string> => ({
  ticket_id: `T-${100 + i}`,
  subject: `Cannot print page ${i}`,
  city: ['Oslo', 'Bergen', 'Voss'][i % 3] ?? '',
});

const CASES: Case[] = [
  {
    what: 'one field that became two is put together again',
    kind: 'SPLIT',
    before: (i) => ({ ...base(i), requester: `${first(i)} ${last(i)}` }),
    after: (i) => ({ ...base(i), given: first(i), family: last(i) }),
    same: 'requester',
  },
  {
    what: 'two fields that became one are taken apart again',
    kind: 'MERGED',
    before: (i) => ({ ...base(i), given: first(i), family: last(i) }),
    after: (i) => ({ ...base(i), requester: `${first(i)} ${last(i)}` }),
    same: 'family',
  },
  {
    what: 'a number that comes as another type of text is a number still',
    kind: 'RETYPED',
    before: (i) => ({ ...base(i), minutes: `${10 + i}` }),
    after: (i) => ({ ...base(i), minutes: `00${10 + i}` }),
    same: 'minutes',
  },
  {
    what: 'values of a list that are written otherwise are what they were',
    kind: 'ENUM_CHANGED',
    before: (i) => ({ ...base(i), priority: ['low', 'high', 'urgent'][i % 3] ?? '' }),
    after: (i) => ({ ...base(i), priority: ['LOW', 'HIGH', 'URGENT'][i % 3] ?? '' }),
    same: 'priority',
  },
  {
    what: 'numbers in another unit are counted as before',
    kind: 'UNIT_CHANGED',
    before: (i) => ({ ...base(i), minutes: `${5 + ((i * 37) % 240)}` }),
    after: (i) => ({ ...base(i), minutes: `${60 * (5 + ((i * 37) % 240))}` }),
    same: 'minutes',
  },
];

const csv = (row: (i: number) => Record<string, string>, count: number): string =>
  [Object.keys(row(0)).join(','), ...Array.from({ length: count }, (_, i) => Object.values(row(i)).join(','))].join('\n');

let d: DriftTest;
beforeAll(async () => {
  d = await startDriftTest();
});
afterAll(() => d[Symbol.asyncDispose]());

test.each(CASES)('$what', async ({ kind, before, after, same }) => {
  const viewer = await d.t.newTenant();
  const { connectionId, rewrite } = await d.published(viewer, csv(before, 80));
  const was = await d.landed(viewer, connectionId);
  await rewrite(csv(after, 80));
  await d.sync(viewer, connectionId);
  const drift = (await d.drifts(viewer, connectionId)).find((one) => one.kind === kind);
  expect(drift, JSON.stringify(await d.drifts(viewer, connectionId))).toMatchObject({ status: 'REPAIRED' });
  expect(await d.repairs(viewer, connectionId)).toMatchObject([{ status: 'APPLIED', automatic: true }]);
  const is = await d.landed(viewer, connectionId);
  expect(is).toMatchObject({ rowCount: 80, quarantinedCount: 0 });
  expect(is.sample.map((record) => record[same])).toEqual(was.sample.map((record) => record[same]));
  expect(await d.proposals(viewer, connectionId)).toBe(1);
  await d.sync(viewer, connectionId);
  expect(await d.repairs(viewer, connectionId)).toHaveLength(1);
  expect(await d.landed(viewer, connectionId)).toMatchObject({ rowCount: 80, quarantinedCount: 0 });
});

test('what only came, or may be empty now, passes at once', async () => {
  const viewer = await d.t.newTenant();
  const row = (i: number): Record<string, string> => ({ ...base(i), minutes: `${i}` });
  const { connectionId, rewrite } = await d.published(viewer, csv(row, 40));
  await rewrite(csv((i) => ({ ...row(i), minutes: i % 2 === 0 ? '' : `${i}`, channel: `c${i}` }), 40));
  await d.sync(viewer, connectionId);
  expect(
    (await d.drifts(viewer, connectionId))
      .map(({ kind, status, severity }) => `${kind} ${status} ${severity}`)
      .toSorted((a, b) => a.localeCompare(b)),
  ).toEqual(['ADDED PASSED INFO', 'NULLABILITY_CHANGED PASSED INFO']);
  expect(await d.repairs(viewer, connectionId)).toEqual([]);
  expect((await d.landed(viewer, connectionId)).sample[1]).toMatchObject({ channel: 'c1' });
});
