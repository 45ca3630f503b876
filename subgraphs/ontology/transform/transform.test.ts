import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestSystem, type TestSystem } from '../../../tests/testkit/test-system.ts';
import { ontologyEntities } from '../entities.ts';
import { createOntology } from '../index.ts';
import { Mapping } from '../mapping/mapping.testkit.ts';
import { until } from '../ontology.testkit.ts';
import type { TestTable } from '../matching/discovered.testkit.ts';

let t: TestSystem;
beforeAll(async () => {
  t = await startTestSystem([{ create: createOntology, entities: ontologyEntities }]);
});
afterAll(() => t[Symbol.asyncDispose]());

/** A workshop's machines, all invented: figures as people type them. */
const machines: TestTable = {
  name: 'machines',
  columns: ['machine', 'place', 'power_draw', 'run_time_min', 'state_word', 'bought'],
  key: 'machine',
  rows: [
    ['M1', 'Hall 1, Oslo', '1.2k', '90', 'Running', '2024-03-01'],
    ['M2', 'Hall 2, Oslo', '$2,500', '30', 'runs', '2024-03-02'],
    ['M3', 'Yard, Bergen', '(300)', '60', 'Broken down', '2024-03-03'],
    ['M4', 'Yard, Bergen', 'n/a', '', 'unknown', '2024-03-04'],
    ['M5', 'Attic, Oslo', 'loud', '15', 'RUNNING', '2024-03-05'],
  ],
};

const fieldOf = async (mapping: Mapping, column: string) => {
  const table = (await mapping.latest())?.tables[0];
  return { tableId: table?.id, fieldId: table?.fields.find((field) => field.column === column)?.id };
};
interface Preview {
  records: number;
  blank: number;
  setAside: number;
  values: { before: string; after: string | null; setAside: boolean }[];
  problems?: { code: string; message: string }[];
}
const preview = async (mapping: Mapping, column: string, transforms: object[], type?: string): Promise<Preview> =>
  (
    await mapping.query<{ transformPreview: Preview }>(
      `query ($id: ID!, $steps: [TransformStepInput!], $type: AttributeType) { transformPreview(fieldId: $id, transforms: $steps, type: $type) {
        ... on TransformPreview { records blank setAside values { before after setAside records } } ... on InputRefused { problems { code message } } } }`,
      { id: (await fieldOf(mapping, column)).fieldId, steps: transforms, type },
    )
  ).transformPreview;

test('a preview shows real values before and after, and what would be set aside', async () => {
  const mapping = await Mapping.of(t, [machines]);
  const found = await preview(mapping, 'power_draw', [{ kind: 'COERCE', blanks: ['n/a'] }], 'DECIMAL');
  expect(found).toMatchObject({ records: 5, blank: 0, setAside: 1 });
  expect(Object.fromEntries(found.values.map(({ before, after }) => [before, after]))).toEqual({
    '1.2k': '1200',
    '$2,500': '2500',
    '(300)': '-300',
    'n/a': null,
    loud: null,
  });
  expect(found.values.filter(({ setAside }) => setAside).map(({ before }) => before)).toEqual(['loud']);
});

test('steps chosen by a person fill typed columns; what they cannot keep is counted, and stays in what landed', async () => {
  const mapping = await Mapping.of(t, [machines]);
  await mapping.publish([
    { ...(await fieldOf(mapping, 'power_draw')), transforms: [{ kind: 'COERCE', blanks: ['n/a'] }], type: 'DECIMAL' },
    { ...(await fieldOf(mapping, 'run_time_min')), transforms: [{ kind: 'UNIT', from: 'min', to: 'h' }], type: 'DECIMAL' },
    {
      ...(await fieldOf(mapping, 'state_word')),
      transforms: [
        {
          kind: 'VALUES',
          cases: [
            { from: ['running', 'runs'], to: 'UP' },
            { from: ['Broken-Down'], to: 'DOWN' },
          ],
          otherwise: 'QUARANTINE',
        },
      ],
    },
    {
      ...(await fieldOf(mapping, 'place')),
      transforms: [{ kind: 'SPLIT', separator: ', ', part: -1 }],
      alsoFeeds: [
        { attribute: 'hall', transforms: [{ kind: 'SPLIT', separator: ', ', part: 1 }] },
        { attribute: 'fullPlace', transforms: [{ kind: 'CONCAT', columns: ['machine'], separator: ' / ' }] },
      ],
    },
  ]);
  const table = (await mapping.latest())?.tables[0];
  const records = await mapping.records(table?.entityName ?? '');
  const attribute = (column: string): string => table?.fields.find((field) => field.column === column)?.attribute ?? '';
  expect(
    records.map(({ values }) => [
      values[attribute('power_draw')],
      values[attribute('run_time_min')],
      values[attribute('state_word')],
      values[attribute('place')],
      values['hall'],
    ]),
  ).toEqual([
    [1200, 1.5, 'UP', 'Oslo', 'Hall 1'],
    [2500, 0.5, 'UP', 'Oslo', 'Hall 2'],
    [-300, 1, 'DOWN', 'Bergen', 'Yard'],
    [null, null, null, 'Bergen', 'Yard'],
    [null, 0.25, 'UP', 'Oslo', 'Attic'],
  ]);
  expect(records[0]?.values['fullPlace']).toBe('Hall 1, Oslo / M1');
  const { controlTotals } = await mapping.query<{
    controlTotals: { nodes: { differences: string[]; columns: { column: string; setAside: number }[] }[] };
  }>('query ($id: ID!) { controlTotals(connectionId: $id) { nodes { differences columns { column setAside } } } }', {
    id: mapping.source.id,
  });
  const aside = Object.fromEntries((controlTotals.nodes[0]?.columns ?? []).map(({ column, setAside }) => [column, setAside]));
  expect(aside).toMatchObject({ power_draw: 1, run_time_min: 0, state_word: 1 });
  expect(controlTotals.nodes[0]?.differences).toHaveLength(2);
});

test('steps are versioned with the mapping: a changed schema is proposed anew with them', async () => {
  const mapping = await Mapping.of(t, [machines]);
  await mapping.publish([
    { ...(await fieldOf(mapping, 'run_time_min')), transforms: [{ kind: 'UNIT', from: 'min', to: 'h' }], type: 'DECIMAL' },
  ]);
  await mapping.source.sync([{ ...machines, columns: [...machines.columns, 'colour'], rows: machines.rows.map((row) => [...row, 'red']) }]);
  const next = await mapping.latest();
  expect(next?.status).toBe('PROPOSED');
  const field = next?.tables[0]?.fields.find(({ column }) => column === 'run_time_min');
  expect(field?.transforms).toEqual([{ step: { kind: 'UNIT' }, sentence: 'min → h' }]);
});

test.each<[string, string, object[], string | undefined, RegExp]>([
  ['units of two dimensions', 'run_time_min', [{ kind: 'UNIT', from: 'min', to: 'kg' }], 'DECIMAL', /only units of one dimension/],
  ['a unit nobody knows', 'run_time_min', [{ kind: 'UNIT', from: 'smoots', to: 'h' }], 'DECIMAL', /no unit that is known/],
  [
    'a currency without the day of its rate',
    'run_time_min',
    [{ kind: 'CURRENCY', from: 'EUR', to: 'USD', onColumn: 'place' }],
    'MONEY',
    /rate of a day/,
  ],
  ['text that is no number', 'place', [{ kind: 'COERCE' }], 'DECIMAL', /not decimal/],
  ['text kept as a number without being read', 'place', [], 'DECIMAL', /has to|have to be read/],
  ['a column that is not there', 'place', [{ kind: 'CONCAT', columns: ['nowhere'] }], undefined, /no column/],
  ['a step without its settings', 'place', [{ kind: 'SPLIT' }], undefined, /Step 1/],
])('%s is refused with the reason', async (_what, column, transforms, type, reason) => {
  const mapping = await Mapping.of(t, [machines]);
  const found = await preview(mapping, column, transforms, type);
  expect(found.problems?.[0]?.code).toBe('MAPPING_TRANSFORM_UNFIT');
  expect(found.problems?.[0]?.message).toMatch(reason);
  const refused = await mapping.accept([{ ...(await fieldOf(mapping, column)), transforms, type }]);
  expect(refused.problems).toEqual([{ code: 'MAPPING_TRANSFORM_UNFIT', field: 'changes.0.transforms' }]);
  expect((await mapping.latest())?.status).toBe('PROPOSED');
});

test('what values look like is suggested with its evidence', async () => {
  const rows = Array.from({ length: 24 }, (_, i) => [`S${i}`, ['Open', 'open', 'OPEN', 'Closed'][i % 4] ?? '', `${i + 1}.5k`]);
  const mapping = await Mapping.of(t, [{ name: 'sheds', columns: ['shed', 'state_kind', 'worth'], key: 'shed', rows }]);
  const fields = (await mapping.latest())?.tables[0]?.fields ?? [];
  const worth = fields.find(({ column }) => column === 'worth');
  expect(worth?.transforms.map(({ step }) => step.kind)).toEqual(['COERCE']);
  expect(worth?.type).toBe('DECIMAL');
  expect(worth?.evidence.join(' ')).toContain('are numbers written as text');
  const spelled = fields.find(({ column }) => column === 'state_kind')?.suggestedTransforms[0];
  expect(spelled?.transforms[0]?.step.kind).toBe('VALUES');
  expect(spelled?.evidence[0]).toContain('“Open” = “open”');
  // Accepted as it was shown: nothing is done twice.
  const published = await mapping.publish();
  expect(published.tables[0]?.fields.find(({ column }) => column === 'worth')?.transforms).toHaveLength(1);
  const [first] = await mapping.records(published.tables[0]?.entityName ?? '');
  expect(first?.values[worth?.attribute ?? '']).toBe(1500);
});

test('amounts are converted at the rate of their day only; the amount as it was and its currency stay beside them', async () => {
  const rows = [
    ['I1', '100', 'EUR', '2024-03-04'],
    ['I2', '100', 'USD', '2024-03-04'],
    ['I3', '100', 'EUR', '2020-01-01'],
  ];
  const mapping = await Mapping.of(t, [{ name: 'shed_fees', columns: ['fee_no', 'fee', 'money', 'paid_on'], key: 'fee_no', rows }]);
  await mapping.publish([
    {
      ...(await fieldOf(mapping, 'fee')),
      type: 'MONEY',
      transforms: [{ kind: 'CURRENCY', fromColumn: 'money', to: 'USD', onColumn: 'paid_on' }],
    },
  ]);
  const table = (await mapping.latest())?.tables[0];
  const fee = table?.fields.find(({ column }) => column === 'fee')?.attribute ?? '';
  const fees = async (): Promise<unknown[][]> =>
    (await mapping.records(table?.entityName ?? '')).map(({ values }) => [values[fee], values[`${fee}Original`], values[`${fee}Currency`]]);
  expect(await fees()).toEqual([
    [null, 100, 'EUR'],
    [100, 100, 'USD'],
    [null, 100, 'EUR'],
  ]);
  const set = (rates: object[]) =>
    mapping.query<{ setExchangeRates: { rates?: number; problems?: { field: string }[] } }>(
      'mutation ($rates: [ExchangeRateInput!]!) { setExchangeRates(rates: $rates) { ... on ExchangeRatesSet { rates } ... on InputRefused { problems { field } } } }',
      { rates },
    );
  expect((await set([{ base: 'EUR', quote: 'USD', day: '2024-02-30', rate: 1 }])).setExchangeRates.problems).toEqual([
    { field: 'rates.0.day' },
  ]);
  await set([{ base: 'EUR', quote: 'USD', day: '2024-03-01', rate: 1.25, source: ' ECB ' }]);
  await until(fees, (found) => found[0]?.[0] === 125);
  expect(await fees()).toEqual([
    [125, 100, 'EUR'],
    [100, 100, 'USD'],
    [null, 100, 'EUR'],
  ]);
  const { exchangeRates } = await mapping.query<{ exchangeRates: { nodes: object[] } }>(
    '{ exchangeRates { nodes { base quote day rate source } } }',
  );
  expect(exchangeRates.nodes).toEqual([{ base: 'EUR', quote: 'USD', day: '2024-03-01', rate: 1.25, source: 'ECB' }]);
});
