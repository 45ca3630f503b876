import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestSystem, type TestSystem } from '../../../tests/testkit/test-system.ts';
import { ontologyEntities } from '../entities.ts';
import { createOntology } from '../index.ts';
import { Mapping } from '../mapping/mapping.testkit.ts';
import type { TestTable } from '../matching/discovered.testkit.ts';

let t: TestSystem;
beforeAll(async () => {
  t = await startTestSystem([{ create: createOntology, entities: ontologyEntities }]);
});
afterAll(() => t[Symbol.asyncDispose]());

/** A harbour's figures, invented: metrics below one another, months beside one another. */
const harbour: TestTable = {
  name: 'harbour_figures',
  columns: ['Metric', 'Jan-24', 'Feb-24', 'Mar-24', 'Apr-24', 'May 2024 Budget'],
  key: 'Metric',
  rows: [
    ['Berths let', '10', '12', '14', '16', '18'],
    ['Crane hours', '100', '', '300', '400', '500'],
  ],
};
/** The reverse: months below one another, and plans beside actuals. */
const mill: TestTable = {
  name: 'mill_figures',
  columns: ['Month', 'Flour Actual', 'Flour Budget', 'Bran Forecast'],
  key: 'Month',
  rows: [
    ['2024-01-01', '5', '6', '1'],
    ['2024-02-01', '7', '6', '2'],
    ['2024-03-01', '9', '6', '3'],
  ],
};

const observations = async (mapping: Mapping): Promise<unknown[][]> =>
  (await mapping.records('Observation'))
    .map(({ values }) => [values['metric'], values['period'], values['scenario'], values['value']])
    .toSorted((a, b) => JSON.stringify(a).localeCompare(JSON.stringify(b)));

test('a sheet of metrics by month becomes one observation for each number, and follows every change of a cell', async () => {
  const mapping = await Mapping.of(t, [harbour]);
  const table = (await mapping.latest())?.tables[0];
  expect(table).toMatchObject({ entityName: 'Observation', unpivoted: true });
  await mapping.publish();
  const before = await mapping.records('Observation');
  expect(await observations(mapping)).toEqual([
    ['Berths let', '2024-01-01', 'ACTUAL', 10],
    ['Berths let', '2024-02-01', 'ACTUAL', 12],
    ['Berths let', '2024-03-01', 'ACTUAL', 14],
    ['Berths let', '2024-04-01', 'ACTUAL', 16],
    ['Berths let', '2024-05-01', 'BUDGET', 18],
    ['Crane hours', '2024-01-01', 'ACTUAL', 100],
    ['Crane hours', '2024-03-01', 'ACTUAL', 300],
    ['Crane hours', '2024-04-01', 'ACTUAL', 400],
    ['Crane hours', '2024-05-01', 'BUDGET', 500],
  ]);
  await mapping.source.sync([{ ...harbour, rows: [['Berths let', '11', '', '14', '16', '18']] }]);
  expect(await observations(mapping)).toEqual([
    ['Berths let', '2024-01-01', 'ACTUAL', 11],
    ['Berths let', '2024-03-01', 'ACTUAL', 14],
    ['Berths let', '2024-04-01', 'ACTUAL', 16],
    ['Berths let', '2024-05-01', 'BUDGET', 18],
  ]);
  const ids = new Set(before.map(({ id }) => id));
  expect((await mapping.records('Observation')).every(({ id }) => ids.has(id))).toBe(true);
  const { controlTotals } = await mapping.query<{ controlTotals: { nodes: { balanced: boolean; landedRecords: number }[] } }>(
    'query ($id: ID!) { controlTotals(connectionId: $id) { nodes { balanced landedRecords differences } } }',
    { id: mapping.source.id },
  );
  expect(controlTotals.nodes[0]).toMatchObject({ balanced: true, landedRecords: 4 });
});

test('a sheet of months by metric stays as it is unless a person chooses otherwise; plans are told from actuals', async () => {
  const mapping = await Mapping.of(t, [mill]);
  const table = (await mapping.latest())?.tables[0];
  expect(table?.unpivoted).toBe(false);
  expect(table?.suggestedUnpivot).toMatchObject({ periodColumn: 'Month', cells: ['Flour Actual', 'Flour Budget', 'Bran Forecast'] });
  await mapping.publish([{ tableId: table?.id, unpivot: true }]);
  expect(await observations(mapping)).toEqual([
    ['Bran', '2024-01-01', 'FORECAST', 1],
    ['Bran', '2024-02-01', 'FORECAST', 2],
    ['Bran', '2024-03-01', 'FORECAST', 3],
    ['Flour', '2024-01-01', 'ACTUAL', 5],
    ['Flour', '2024-01-01', 'BUDGET', 6],
    ['Flour', '2024-02-01', 'ACTUAL', 7],
    ['Flour', '2024-02-01', 'BUDGET', 6],
    ['Flour', '2024-03-01', 'ACTUAL', 9],
    ['Flour', '2024-03-01', 'BUDGET', 6],
  ]);
});

test('what a person leaves as it is stays so, and a table that is no sheet cannot be unpivoted', async () => {
  const mapping = await Mapping.of(t, [harbour]);
  const table = (await mapping.latest())?.tables[0];
  await mapping.publish([{ tableId: table?.id, unpivot: false }]);
  expect((await mapping.latest())?.tables[0]).toMatchObject({ unpivoted: false, adopted: true });
  const plain = await Mapping.of(t, [
    {
      name: 'boats',
      columns: ['boat', 'owner'],
      key: 'boat',
      rows: [
        ['B1', 'Ida'],
        ['B2', 'Tom'],
      ],
    },
  ]);
  const refused = await plain.accept([{ tableId: (await plain.latest())?.tables[0]?.id, unpivot: true }]);
  expect(refused.problems).toEqual([{ code: 'MAPPING_NOT_UNPIVOTABLE', field: 'changes.0.unpivot' }]);
});
