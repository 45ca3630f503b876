import fc from 'fast-check';
import { expect, test } from 'vitest';
import { resolveReferences } from './near-match.ts';

const targets = (...texts: string[]) => texts.map((text) => ({ id: text, text }));
const matched = (value: string, texts: string[], similar = true): string | null =>
  resolveReferences([value], targets(...texts), similar)[0]?.matched ?? null;

test.each([
  ['north mill ', ['North  Mill', 'South Mill'], 'North  Mill'],
  ['RyeBread5', ['Rye Bread 5', 'Rye Bread 7'], 'Rye Bread 5'],
  ['Old Oven', ['Old Oven Ltd', 'New Oven Ltd'], 'Old Oven Ltd'],
  ['Harbor Techology', ['Harbor Technology', 'Harbor Tea'], 'Harbor Technology'],
  ['Café Río', ['Cafe Rio', 'Cafe Luz'], 'Cafe Rio'],
])('%s is found among %j', (value, texts, expected) => {
  expect(matched(value, texts)).toBe(expected);
});

test.each([
  ['Rye Bread 6', ['Rye Bread 5', 'Rye Bread 7']],
  ['MX 100 Series', ['MX 200 Series']],
  ['Special Loaf', ['Advanced Loaf']],
  ['Region East', ['Region West']],
  ['Group A', ['Group B']],
  ['Anna Snell', ['Anna Snella', 'Anna Snelle']],
  ['', ['x']],
])('%s is left alone among %j', (value, texts) => {
  expect(matched(value, texts)).toBeNull();
});

test('codes are never taken for similar ones', () => {
  expect(matched('ABCDEFGHIJ-KL', ['ABCDEFGHIJ-KM'], false)).toBeNull();
  expect(matched('abcdef-ghijkl', ['ABCDEFGHIJKL'], false)).toBe('ABCDEFGHIJKL');
});

test('digits always agree, and the evidence names both texts', () => {
  const name = fc.stringMatching(/^[A-C]{2,5} [0-2]{1,3}$/);
  fc.assert(
    fc.property(fc.array(name, { maxLength: 8 }), fc.array(name, { maxLength: 8 }), (values, texts) => {
      for (const match of resolveReferences(values, targets(...new Set(texts)), true)) {
        expect(match.matched.replace(/\D/g, '')).toBe(match.value.replace(/\D/g, ''));
        expect(match.evidence).toContain(match.value);
        expect(match.evidence).toContain(match.matched);
      }
    }),
  );
});

test('five thousand values against twenty thousand targets take seconds, not hours', () => {
  const many = Array.from({ length: 20_000 }, (_, i) => `Customer ${(i * 7919) % 100_003} Holdings`);
  const started = performance.now();
  resolveReferences(
    many.slice(0, 5_000).map((text) => text.replace('Holdings', 'Holdngs')),
    targets(...many),
    true,
  );
  expect(performance.now() - started).toBeLessThan(10_000);
});
