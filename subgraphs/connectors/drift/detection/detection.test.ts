import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compareObjects } from './compare-objects.ts';
import { findSuccessor } from './find-successor.ts';
import { nameSimilarity } from './names.ts';
import { overlapOf, sketchValues } from './sketch.ts';
import type { FieldFacts, FieldSketch, ObjectFacts, ValueEvidence } from './types.ts';

const field = (path: string, more: Partial<FieldFacts> = {}): FieldFacts => ({
  path, type: 'TEXT', nullable: false, position: 0, description: null, enumeration: null, format: null, unit: null, profile: null, ...more,
}); // prettier-ignore
const object = (...fields: FieldFacts[]): ObjectFacts => ({ object: 'invoice', fields });
const nothing = { addedLately: new Set<string>(), values: null };
const kinds = (before: ObjectFacts, after: ObjectFacts, values: ValueEvidence | null = null): string[] =>
  compareObjects(before, after, { ...nothing, values }).map(
    (change) => `${change.kind} ${change.before.map(({ path }) => path).join('+')}→${change.after.map(({ path }) => path).join('+')}`,
  );
const evidence = (same: Readonly<Record<string, number>>, more: Partial<ValueEvidence> = {}): ValueEvidence => ({
  agreement: (before, after) => same[`${before} ${after}`] ?? null,
  ratio: () => null,
  composed: () => null,
  ...more,
});
const texts = (prefix: string, count: number, from = 0): FieldSketch =>
  sketchValues(Array.from({ length: count }, (_, index) => `${prefix}${from + index}`));

describe('what a schema says', () => {
  test('nothing has changed of what is the same', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.string({ minLength: 1, maxLength: 8 }), { maxLength: 20 }), (paths) => {
        const same = object(...paths.map((path) => field(path)));
        expect(compareObjects(same, same)).toEqual([]);
      }),
    );
  });

  test('every field that came or went is told once, whatever became of it', () => {
    const paths = fc.uniqueArray(fc.stringMatching(/^[a-z]{1,6}(?:_[a-z]{1,6})?$/u), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(paths, paths, (old, now) => {
        const changes = compareObjects(object(...old.map((path) => field(path))), object(...now.map((path) => field(path))));
        expect(changes.flatMap(({ before }) => before.map(({ path }) => path)).toSorted()).toEqual(
          old.filter((path) => !now.includes(path)).toSorted(),
        );
        expect(changes.flatMap(({ after }) => after.map(({ path }) => path)).toSorted()).toEqual(
          now.filter((path) => !old.includes(path)).toSorted(),
        );
      }),
    );
  });

  test('another type takes what it may hold along; listed values and blanks are changes of their own', () => {
    const before = object(field('a'), field('b'), field('c', { enumeration: ['WON', 'LOST'] }));
    const after = object(
      field('a', { type: 'INTEGER', nullable: true }),
      field('b', { nullable: true }),
      field('c', { enumeration: ['WON', 'OPEN'] }),
    );
    expect(kinds(before, after)).toEqual(['RETYPED a→a', 'NULLABILITY_CHANGED b→b', 'ENUM_CHANGED c→c']);
  });

  test('the members of a union have no order', () => {
    expect(kinds(object(field('a', { type: 'anyOf[ref:b,string]' })), object(field('a', { type: 'anyOf[string,ref:b]' })))).toEqual([]);
  });
});

describe('what took the place of a field that went', () => {
  const fee = 'The fee of the application, if any, for the payment that results.';
  const other = 'Where the customer comes back to after they have paid.';

  test('a kin name that is described alike is renamed', () => {
    const before = object(field('application_fee', { description: fee }), field('id'));
    const after = object(field('application_fee_amount', { description: `The amount of ${fee}` }), field('review'), field('id'));
    expect(kinds(before, after)).toEqual(['RENAMED application_fee→application_fee_amount', 'ADDED →review']);
  });

  test('the same values of the same records outweigh any name, and other values refute any', () => {
    const before = object(field('name', { profile: texts('n', 50) }), field('id'));
    const after = object(field('zzz', { profile: texts('n', 50) }), field('full_name', { profile: texts('x', 50) }), field('id'));
    expect(kinds(before, after, evidence({ 'name zzz': 1, 'name full_name': 0 }))).toEqual(['RENAMED name→zzz', 'ADDED →full_name']);
    expect(kinds(before, after, evidence({ 'name zzz': 0.9, 'name full_name': 0 }))).toEqual([
      'REMOVED name→',
      'ADDED →zzz',
      'ADDED →full_name',
    ]);
  });

  test('two values say nothing: a flag agrees with other flags by chance', () => {
    const flag = sketchValues(['true', 'false']);
    const [before, after] = [object(field('paid', { profile: flag })), object(field('closed', { profile: flag }))];
    expect(kinds(before, after, evidence({ 'paid closed': 1 }))).toEqual(['REMOVED paid→', 'ADDED →closed']);
  });

  test('it abstains where two are as likely, where two lay claim to one, and where what it finds was there before', () => {
    const twins = object(field('ship_address', { description: fee }), field('bill_address', { description: fee }));
    expect(kinds(object(field('address', { description: fee })), twins)).toEqual([
      'REMOVED address→',
      'ADDED →ship_address',
      'ADDED →bill_address',
    ]);
    expect(kinds(twins, object(field('address', { description: fee })))).toEqual([
      'REMOVED ship_address→',
      'REMOVED bill_address→',
      'ADDED →address',
    ]);
    const { ranked, decided } = findSuccessor(field('fee_precise', { description: fee }), {
      before: object(field('fee_precise', { description: fee }), field('fee', { description: fee })),
      after: object(field('fee', { description: fee })),
      context: nothing,
    });
    expect([ranked[0]?.field.path, decided]).toEqual(['fee', null]);
  });

  test('it abstains on names that are nothing to one another', () => {
    expect(kinds(object(field('return_url', { description: other })), object(field('source', { description: fee })))).toEqual([
      'REMOVED return_url→',
      'ADDED →source',
    ]);
  });

  test('a field that goes into an object or comes out of one is moved', () => {
    const values = evidence({ 'logo branding.logo': 1 });
    const [flat, nested] = [
      object(field('logo', { profile: texts('l', 20) })),
      object(field('branding.logo', { profile: texts('l', 20) })),
    ];
    expect(kinds(flat, nested, values)).toEqual(['MOVED logo→branding.logo']);
    expect(kinds(nested, flat, evidence({ 'branding.logo logo': 1 }))).toEqual(['MOVED branding.logo→logo']);
  });

  test('it may have come before the other one went', () => {
    const before = object(field('vat_id', { description: fee }), field('tax_info', { description: fee }));
    const found = findSuccessor(field('vat_id', { description: fee }), {
      before, after: object(field('tax_info', { description: fee })), context: { addedLately: new Set(['tax_info']), values: null },
    }); // prettier-ignore
    expect(found.decided?.field.path).toBe('tax_info');
  });
});

describe('what only values show', () => {
  const amounts = [1, 5, 8, 12, 20, 33, 47, 60, 71, 90, 120, 400];

  test('euros that are cents now are another unit, also told by their distribution alone', () => {
    const [before, after] = [
      field('amount', { type: 'NUMBER', profile: sketchValues(amounts) }),
      field('amount', { type: 'NUMBER', profile: sketchValues(amounts.map((value) => value * 100)) }),
    ];
    const [change] = compareObjects(object(before), object(after));
    expect(change).toMatchObject({ kind: 'UNIT_CHANGED', factor: 100 });
    expect(kinds(object(before), object({ ...after, profile: sketchValues(amounts.map((value) => value * 3)) }))).toEqual([]);
  });

  test('a name that was split, and one that was put together', () => {
    const composed = (whole: string, parts: readonly string[]): number => (whole === 'name' && parts.join() === 'first,last' ? 1 : 0);
    const [whole, parts] = [object(field('name')), object(field('last'), field('first'), field('city'))];
    expect(kinds(whole, parts, evidence({}, { composed }))).toEqual(['SPLIT name→first+last', 'ADDED →city']);
    expect(kinds(parts, whole, evidence({}, { composed }))).toEqual(['MERGED first+last→name', 'REMOVED city→']);
  });

  test('sketches tell how many values two fields have in common', () => {
    fc.assert(
      fc.property(fc.integer({ min: 50, max: 3_000 }), fc.double({ min: 0, max: 1, noNaN: true }), (count, share) => {
        const shared = Math.round(count * share);
        const estimate = overlapOf(texts('v', count), texts('v', count, count - shared)) ?? 0;
        expect(Math.abs(estimate - shared / (2 * count - shared))).toBeLessThan(0.16);
      }),
      { numRuns: 40 },
    );
  });
});

test('names are as alike as people would say', () => {
  const pairs = [['due_date', 'dueDate'], ['amount', 'amount_total'], ['qty', 'quantity'], ['name', 'nickname'], ['colour', 'color'], ['zip', 'postal_code'], ['total', 'city']] as const; // prettier-ignore
  const alike = pairs.map(([a, b]) => nameSimilarity(a, b));
  expect(alike[0]).toBe(1);
  expect(alike.slice(1, 6).every((one) => one >= 0.3)).toBe(true);
  expect(alike[6]).toBe(0);
});
