import fc from 'fast-check';
import { expect, test } from 'vitest';
import { factsOf, labelOf, placesOf } from './evidence.ts';

test('what machines need is left out, and the rest is said in words', () => {
  expect(factsOf({ tables: 5, lowestConfidence: 0.6361, proposalId: 'p', connectionId: 'c', allowed: true, owner: null })).toEqual([
    { kind: 'value', label: 'Tables', value: '5' },
    { kind: 'value', label: 'Lowest confidence', value: '64%' },
    { kind: 'value', label: 'Allowed', value: 'yes' },
    { kind: 'value', label: 'Owner', value: '–' },
  ]);
});

test('lists of things are tables, other lists are lists, and what is nested is named after what it is in', () => {
  expect(factsOf({ changes: [{ column: 'amount', from: 'text', changeId: 1 }], reasons: ['a', 'b'], change: { from: 1_000 } })).toEqual([
    { kind: 'table', label: 'Changes', columns: ['Column', 'From'], rows: [['amount', 'text']] },
    { kind: 'list', label: 'Reasons', items: ['a', 'b'] },
    { kind: 'value', label: 'Change: from', value: '1,000' },
  ]);
});

test('the evidence leads to what it is about', () => {
  expect(placesOf({ proposalId: 'p', connectionId: 'c/1' }).map(({ to }) => to)).toEqual([
    '/connections/c%2F1/mapping',
    '/connections/c%2F1',
  ]);
  expect(placesOf({ repairId: 'r' }).map(({ to }) => to)).toEqual(['/connections/drift/repairs/r']);
  expect(placesOf({ entityType: 'Account', pairs: 3 }).map(({ to }) => to)).toEqual(['/ontology/resolution/Account']);
  expect(placesOf({ entityType: 'Account' })).toEqual([]);
});

test('whatever stands in the evidence, it can be shown, and is never endless', () => {
  fc.assert(
    fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (evidence) => {
      for (const fact of factsOf(evidence)) {
        if (fact.kind === 'value') expect(fact.value.length).toBeLessThanOrEqual(401);
        else expect((fact.kind === 'list' ? fact.items : fact.rows).length).toBeLessThanOrEqual(51);
      }
      placesOf(evidence);
    }),
  );
  expect(labelOf('a_long-nameOf')).toBe('A long name of');
});
