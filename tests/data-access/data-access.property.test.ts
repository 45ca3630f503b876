import fc from 'fast-check';
import { sql, type Kysely } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { indexModel } from '../../subgraphs/insights/model/model-index.ts';
import { compilePlan } from '../../subgraphs/insights/sql/compile-plan.ts';
import type { Access, AppliedMask, AppliedRowRule } from '../../subgraphs/kernel/data-access/access.ts';
import { guardOf, OPEN_GUARD, type Guard } from '../../subgraphs/kernel/data-access/guard.ts';
import { openTestKernel, type TestKernel } from '../testkit/test-kernel.ts';
import { CREATE, everyRow, fill, MODEL, SEGMENTS, ZONES, type Tables } from './company.testkit.ts';
import { visible } from './oracle.testkit.ts';
import { isMistyped, plan } from './plans.testkit.ts';

const RULE_SETS = 60;
const PLANS_EACH = 12;

const PATHS: readonly (readonly [string, string])[] = [
  ['Country', 'zone'], ['Country', 'members'], ['Employee', 'region'], ['Employee', 'active'], ['Employee', 'hired'], ['Employee', 'manager.region'],
  ['Account', 'segment'], ['Account', 'revenue'], ['Account', 'since'], ['Account', 'country.zone'], ['Account', 'owner.region'], ['Account', 'owner'],
  ['Deal', 'stage'], ['Deal', 'account.segment'], ['Deal', 'account.country.zone'], ['Deal', 'seller.manager.region'], ['Line', 'product'],
  ['Line', 'deal.account.country.zone'], ['Line', 'nothing'], ['Nowhere', 'zone'],
]; // prettier-ignore
const VALUES = [...ZONES, ...SEGMENTS, 'won', 'tea', 'true', '300', '9', '2013-03-01', '2020-01-04', 'Person 2', 'north '];

const rowRule: fc.Arbitrary<AppliedRowRule> = fc
  .record({
    at: fc.constantFrom(...PATHS),
    operator: fc.constantFrom('IN' as const, 'NOT_IN' as const),
    values: fc.array(fc.constantFrom(...VALUES), { maxLength: 6 }),
    cascade: fc.boolean(),
  })
  .map(({ at: [entityType, path], ...rule }) => ({ id: path, name: `${entityType} ${path}`, entityType, path: path.split('.'), ...rule }));
const hidden: fc.Arbitrary<AppliedMask> = fc
  .constantFrom(...MODEL.entities.flatMap((entity) => entity.attributes.map((attribute) => [entity.name, attribute.name] as const)))
  .map(([entityType, attribute]) => ({ id: attribute, name: attribute, entityType, attribute, sensitive: null, mode: 'HIDE' as const }));
const rules = fc.record({ rowRules: fc.array(rowRule, { maxLength: 3 }), masks: fc.array(hidden, { maxLength: 3 }) });

let t: TestKernel;
let original: string;
let copy: string;
const everything: Tables = everyRow();

const inTenant = <T>(tenantId: string, work: (db: Kysely<never>) => Promise<T>): Promise<T> =>
  t.database.unitOfWork(tenantId, (unit) => unit.asTenant((db) => work(db as never)));

beforeAll(async () => {
  t = await openTestKernel();
  [original, copy] = [await t.newTenant({ schema: true }), await t.newTenant({ schema: true })];
  for (const tenantId of [original, copy])
    await t.database.tenants.define(tenantId, async (db) => {
      for (const statement of CREATE) await sql.raw(statement).execute(db);
    });
  await inTenant(original, (db) => fill(db, everything));
});
afterAll(() => t[Symbol.asyncDispose]());

const sorted = (rows: readonly unknown[]): string[] => rows.map((row) => JSON.stringify(row)).toSorted();

/** Each table whole, as a guard shows it. */
function tables(guard: Guard): (db: Kysely<never>) => Promise<string[][]> {
  return async (db) => {
    const found: string[][] = [];
    for (const entity of MODEL.entities) {
      const columns = [
        'id',
        'source_object_id',
        'source_key',
        ...entity.attributes.map(({ column }) => column),
        ...entity.relations.flatMap((each) => [each.column, each.sourceColumn]),
      ];
      const { rows } = await sql`select ${sql.join(columns.map((column) => sql.id(column)))} from ${guard.table(entity)} as e`.execute(db);
      found.push(sorted(rows));
    }
    return found;
  };
}

test('what rules leave is what is left when hidden records are deleted and hidden values nulled: table by table, and for any plan', async () => {
  let answered = 0;
  await fc.assert(
    fc.asyncProperty(rules, fc.array(plan, { minLength: PLANS_EACH, maxLength: PLANS_EACH }), async ({ rowRules, masks }, plans) => {
      const access: Access = { key: 'test', restricted: true, rowRules, masks, pseudonymKey: 'k' };
      const guard = guardOf(access, MODEL);
      const left = visible(
        everything,
        rowRules,
        masks.map(({ entityType, attribute }) => ({ entity: entityType ?? '', attribute: attribute ?? '' })),
      );
      await inTenant(copy, (db) => fill(db, left));
      expect(await inTenant(original, tables(guard))).toEqual(await inTenant(copy, tables(OPEN_GUARD)));
      for (const each of plans) {
        const ran = (tenantId: string, model: Parameters<typeof compilePlan>[1]): Promise<string[] | 'mistyped'> =>
          inTenant(tenantId, async (db) => sorted((await db.executeQuery(compilePlan(each, model))).rows)).catch((error: unknown) => {
            if (isMistyped(error)) return 'mistyped';
            throw error;
          });
        const restricted = await ran(original, indexModel(MODEL, guard));
        expect(restricted).toEqual(await ran(copy, indexModel(MODEL)));
        if (restricted !== 'mistyped') answered += 1;
      }
    }),
    { numRuns: RULE_SETS },
  );
  // Rules and plans that say nothing would prove nothing.
  expect(answered).toBeGreaterThan((RULE_SETS * PLANS_EACH) / 4);
}, 240_000);
