import fc from 'fast-check';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { startTestSystem, type TestSystem } from '../../../tests/testkit/test-system.ts';
import type { UserViewer } from '../../kernel/viewer/viewer.ts';
import { ontologyEntities } from '../entities.ts';
import { createOntology } from '../index.ts';
import { foldText } from './compile-steps.ts';
import { periodOf } from './period-names.ts';
import { periodInText } from './period-sql.ts';
import { readText } from './read-text.ts';
import type { StepOf, Transform } from './steps.ts';
import { typedValue, violates } from './typed-value.ts';
import { conversion, convert } from './units.ts';

let t: TestSystem;
let viewer: UserViewer;
beforeAll(async () => {
  t = await startTestSystem([{ create: createOntology, entities: ontologyEntities }]);
  viewer = await t.newTenant();
});
afterAll(() => t[Symbol.asyncDispose]());

const resultRow = z.object({ value: z.string().nullable(), aside: z.boolean() });
type Result = z.infer<typeof resultRow>;

/** What SQL makes of values, as it does when records are published. */
const inSql = (
  values: readonly unknown[],
  transform: Transform,
  type: 'TEXT' | 'DECIMAL' | 'DATE' | 'DATETIME' | 'BOOLEAN' | 'INTEGER',
): Promise<Result[]> =>
  t.system.database.unitOfWork(viewer.tenantId, (unit) =>
    unit.asTenant(async (db) => {
      const field = { source: 'x', type, transform };
      const rows = JSON.stringify(values.map((x) => ({ x })));
      const found = await sql`select (${typedValue(field)})::text as value, ${violates(field)} as aside
        from jsonb_array_elements(${rows}::jsonb) with ordinality as r(data, at) order by at`.execute(db);
      return found.rows.map((row) => resultRow.parse(row));
    }),
  );

const coerce = fc.record<StepOf<'COERCE'>>({
  kind: fc.constant('COERCE'),
  decimal: fc.constantFrom('.', ','),
  dates: fc.constantFrom('DMY', 'MDY', 'YMD', null),
  blanks: fc.subarray(['n/a', '-', '?']),
});
const written = fc.oneof(
  fc.string({ maxLength: 12 }).filter((text) => !text.includes('\0')),
  fc
    .tuple(
      fc.constantFrom('', '$', '€ ', '(', '-', '+'),
      fc.integer({ min: 0, max: 99_999 }),
      fc.constantFrom('', '.5', ',5', ',000', '.000,25'),
      fc.constantFrom('', 'k', ' M', '%', ')', ' USD', '-'),
    )
    .map((parts) => parts.join('')),
  fc
    .tuple(
      fc.integer({ min: 0, max: 40 }),
      fc.constantFrom('.', '/', '-'),
      fc.integer({ min: 0, max: 14 }),
      fc.integer({ min: 0, max: 2050 }),
    )
    .map(([d, sign, m, y]) => [d, m, y].join(sign)),
  fc.constantFrom('yes', 'No', 'n/a', '-', '?', '2024-02-30', '2024-02-29', '2023-02-29', '1e5', '∞', 'NaN', 'Infinity'),
);

test('no text whatever makes a typed value an error, and what is not kept is either blank or set aside', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(written, { minLength: 1, maxLength: 40 }),
      coerce,
      fc.constantFrom('TEXT', 'DECIMAL', 'DATE', 'DATETIME', 'BOOLEAN', 'INTEGER'),
      async (values, step, type) => {
        const results = await inSql(values, [step], type);
        expect(results.filter(({ value, aside }) => aside && value !== null)).toEqual([]);
        const blank = results.filter((_, i) => readText(values[i] ?? '', step) === 'BLANK');
        expect(blank.filter(({ value, aside }) => value !== null || aside)).toEqual([]);
      },
    ),
    { numRuns: 60 },
  );
});

test('what the matcher takes for a number or a day is one when records are published', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(written, { minLength: 1, maxLength: 40 }), coerce, async (values, step) => {
      const [numbers, days] = [await inSql(values, [step], 'DECIMAL'), await inSql(values, [step], 'DATE')];
      const lost = (kind: string, results: readonly Result[]): string[] =>
        values.filter((value, i) => readText(value, step) === kind && results[i]?.value === null);
      expect(lost('NUMBER', numbers)).toEqual([]);
      expect(lost('DATE', days)).toEqual([]);
    }),
    { numRuns: 60 },
  );
});

test('a unit and back is the same number; the SQL agrees', async () => {
  const units = ['ms', 's', 'min', 'h', 'd', 'week'];
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...units),
      fc.constantFrom(...units),
      fc.double({ min: -1e6, max: 1e6, noNaN: true }),
      async (from, to, value) => {
        const [there, back] = [conversion(from, to), conversion(to, from)];
        if (there === null || back === null) throw new Error('units of one dimension');
        expect(convert(convert(value, there), back)).toBeCloseTo(value, 3);
        const [result] = await inSql([value], [{ kind: 'UNIT', from, to }], 'DECIMAL');
        const expected = convert(value, there);
        expect(Math.abs(Number(result?.value) - expected)).toBeLessThanOrEqual(1e-9 * Math.max(1, Math.abs(expected)));
      },
    ),
    { numRuns: 40 },
  );
});

test('values that a map names become what it says, whatever their case and signs; others do as told', async () => {
  const cases = [
    { from: ['Closed Won', 'won!'], to: 'WON' },
    { from: ['LOST'], to: 'LOST' },
  ];
  const values = ['won', 'CLOSED-WON', ' closed  won ', 'lost', 'talking', '', 'Größe', null];
  const become = async (otherwise: 'KEEP' | 'BLANK' | 'QUARANTINE'): Promise<Result[]> =>
    inSql(values, [{ kind: 'VALUES', cases, otherwise }], 'TEXT');
  expect((await become('KEEP')).map(({ value }) => value)).toEqual(['WON', 'WON', 'WON', 'LOST', 'talking', null, 'Größe', null]);
  expect((await become('BLANK')).map(({ aside }) => aside)).toEqual([false, false, false, false, false, false, false, false]);
  expect((await become('QUARANTINE')).map(({ aside }) => aside)).toEqual([false, false, false, false, true, false, true, false]);
  expect(foldText('CLOSED-WON')).toBe('closed won');
});

test('names of periods are read alike by the matcher and by SQL', async () => {
  const month = fc.constantFrom('Jan', 'february', 'MAR', 'Sept', 'December');
  const named = fc.oneof(
    fc.tuple(month, fc.constantFrom('-', ' ', "'", '_'), fc.integer({ min: 1990, max: 2060 })).map((parts) => parts.join('')),
    fc.tuple(fc.constantFrom('Q1 ', 'q4-', "Q2'"), fc.integer({ min: 10, max: 60 })).map((parts) => parts.join('')),
    fc.tuple(fc.constantFrom('', 'FY', 'fy '), fc.integer({ min: 1990, max: 2060 })).map((parts) => parts.join('')),
    fc
      .tuple(fc.integer({ min: 1990, max: 2060 }), fc.constantFrom('-01', '-12', '/07', 'M03', '-02-29', '-11-30'))
      .map((parts) => parts.join('')),
  );
  await fc.assert(
    fc.asyncProperty(fc.array(named, { minLength: 1, maxLength: 30 }), async (names) => {
      const rows = await t.system.database.unitOfWork(viewer.tenantId, (unit) =>
        unit.asTenant(
          async (db) =>
            (
              await sql`select ${periodInText(sql`name`)} as day from jsonb_array_elements_text(${JSON.stringify(names)}::jsonb) with ordinality as n(name, at) order by at`.execute(
                db,
              )
            ).rows,
        ),
      );
      const days = rows.map((row) => z.object({ day: z.string().nullable() }).parse(row).day);
      const periods = names.map((name) => periodOf(name));
      const alike = periods.map((period, i) => (period === null || period.rest !== '' ? days[i] : period.start));
      expect(days).toEqual(alike);
    }),
    { numRuns: 40 },
  );
});
