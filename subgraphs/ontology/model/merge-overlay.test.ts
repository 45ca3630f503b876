import fc from 'fast-check';
import { expect, test } from 'vitest';
import { mergeOverlays } from './merge-overlay.ts';
import type { Overlay } from './overlay.ts';

const text = fc.constantFrom('a', 'b', 'c');
const attributes = fc.dictionary(fc.constantFrom('industry', 'name'), fc.record({ label: text, synonyms: fc.array(text, { maxLength: 2 }) }, { requiredKeys: [] })); // prettier-ignore
const overlay = fc.record({ entities: fc.dictionary(fc.constantFrom('Account', 'Deal'), fc.record({ label: text, attributes }, { requiredKeys: [] })) }) as fc.Arbitrary<Overlay>; // prettier-ignore

/** Without branches that hold nothing. */
function shown(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  const entries = Object.entries(value).map(([key, each]): [string, unknown] => [key, shown(each)]);
  const kept = entries.filter(
    ([, each]) => !(typeof each === 'object' && each !== null && !Array.isArray(each) && Object.keys(each).length === 0),
  );
  return Object.fromEntries(kept.toSorted(([a], [b]) => a.localeCompare(b)));
}

test('who alone changed something has it; nobody loses anything, and nothing is a conflict', () => {
  fc.assert(
    fc.property(overlay, overlay, (base, mine) => {
      expect(shown(mergeOverlays(base, mine, base).overlay)).toEqual(shown(mine));
      expect(shown(mergeOverlays(base, base, mine).overlay)).toEqual(shown(mine));
      expect(mergeOverlays(base, mine, mine).conflicts).toEqual([]);
    }),
  );
});

test('a conflict names the place and both sides, and whoever is kept stands', () => {
  const of = (label: string): Overlay => ({ entities: { Account: { attributes: { industry: { label } } } } });
  const merged = mergeOverlays(of('a'), of('b'), of('c'), 'THEIRS');
  expect(merged.conflicts).toEqual([{ path: 'entities.Account.attributes.industry.label', mine: 'b', theirs: 'c' }]);
  expect(merged.overlay).toEqual(of('c'));
});
