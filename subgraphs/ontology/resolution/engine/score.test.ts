import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CandidateIndex } from './block/candidates.ts';
import { featuresOf } from './block/features.ts';
import { keysOf } from './block/keys.ts';
import { learn } from './learn/learn.ts';
import { prepare } from './prepare.ts';
import { resolveList } from './resolve-list.ts';
import { decide, score, weigh } from './score.ts';
import type { ComparedField, ResolvableRecord } from './types.ts';

const FIELDS: ComparedField[] = [
  { name: 'name', kind: 'ORGANISATION' },
  { name: 'person', kind: 'PERSON' },
  { name: 'site', kind: 'DOMAIN' },
  { name: 'mail', kind: 'EMAIL' },
  { name: 'phone', kind: 'PHONE' },
  { name: 'since', kind: 'DATE' },
  { name: 'size', kind: 'NUMBER' },
  { name: 'code', kind: 'CODE' },
];
const NAMES = 'Alder Birch Cedar Dogwood Elm Fir Ginkgo Hazel Ivy Juniper Larch Maple'.split(' ');
const TRADES = 'Foods Energy Media Textiles Robotics'.split(' ');

function records(): ResolvableRecord[] {
  return NAMES.flatMap((name, i) =>
    TRADES.flatMap((trade, j) =>
      ['a', 'b'].map((source) => ({
        id: `${source}${i}-${j}`,
        source,
        values: {
          name: source === 'a' ? `${name} ${trade} Inc.` : `${name.toUpperCase()} ${trade}`,
          person: source === 'a' ? `Robert ${name}son` : `Bob ${name}son`,
          site: source === 'a' ? `https://www.${name}-${trade}.com/about` : `${name}-${trade}.com`,
          mail: `info${j}@${name}.com`,
          phone: source === 'a' ? `+1 (555) 010-${i}${j}77` : `555 010 ${i}${j}77`,
          since: source === 'a' ? `19${60 + i}-0${j + 1}-12` : `12/0${j + 1}/19${60 + i}`,
          size: String(100 * (i + 1) + j),
          code: null,
        },
      })),
    ),
  );
}

const value = fc.oneof(
  fc.constant(null),
  fc.string({ maxLength: 40, unit: 'grapheme' }),
  fc.constantFrom('12', '2020-02-30', 'a@b.co', '+49 30 1', 'ООО Ромашка', 'Ã¶l'),
);
const anyRecord = fc.tuple(fc.uuid(), ...FIELDS.map(() => value)).map(([id, ...values]): ResolvableRecord => ({
  id,
  source: 's',
  values: Object.fromEntries(FIELDS.map(({ name }, at) => [name, values[at] ?? null])),
}));

describe('scores', () => {
  const all = records();
  const model = learn(all, FIELDS, { linkOnly: true, seed: 3 });

  it('are finite and the same both ways for any two records, however broken their values', () => {
    fc.assert(
      fc.property(anyRecord, anyRecord, (a, b) => {
        const [one, other] = [score(model, a, b), score(model, b, a)];
        expect(Number.isFinite(one.weight)).toBe(true);
        expect(other.weight).toBeCloseTo(one.weight, 6);
        expect(weigh(model, prepare(a, FIELDS), prepare(b, FIELDS)).weight).toBeCloseTo(one.weight, 6);
        expect(keysOf(model, a).length).toBeLessThanOrEqual(16);
      }),
    );
  });

  it('merge what differs in form only, and say why in sentences', () => {
    const of = (id: string): ResolvableRecord => all.find((record) => record.id === id) ?? { id, source: '', values: {} };
    const same = score(model, of('a2-1'), of('b2-1'));
    expect(decide(model, same)).toBe('MATCH');
    expect(decide(model, score(model, of('a2-1'), of('b3-1')))).toBe('NON_MATCH');
    for (const { sentence } of same.comparisons) expect(sentence).toMatch(/^.+[.]$/u);
  });

  it('are learned the same from the same records, and fit into a column', () => {
    expect(learn(all, FIELDS, { linkOnly: true, seed: 3 })).toEqual(model);
    const revived: typeof model = JSON.parse(JSON.stringify(model));
    expect(revived).toEqual(model);
  });

  it('learn from nothing and from one record without failing', () => {
    for (const few of [[], all.slice(0, 1), all.slice(0, 2)]) {
      for (const linkOnly of [true, false]) expect(Number.isFinite(learn(few, FIELDS, { linkOnly, seed: 1 }).prior)).toBe(true);
    }
  });
});

describe('a handful of records', () => {
  const fields: ComparedField[] = [
    { name: 'name', kind: 'NAME' },
    { name: 'industry', kind: 'CATEGORY' },
  ];
  const few = [
    'Harbour Café|food|a',
    'North Mill|trade|a',
    'Old Oven Ltd|food|a',
    'Fair Ltd|events|b',
    'Pier Café|sea|b',
    'Tent Co|events|b',
  ].map((line, at) => {
    const [name = '', industry = '', source = ''] = line.split('|');
    return { id: String(at), source, values: { name, industry } };
  });

  it.each([true, false])('is never merged over a word or a legal form in common (links only: %s)', (linkOnly) => {
    const model = learn(few, fields, { linkOnly, seed: 1 });
    const pairs = few.flatMap((a) => few.filter((b) => b !== a).map((b) => decide(model, score(model, a, b))));
    expect(pairs).not.toContain('MATCH');
  });
});

describe('candidates', () => {
  const all = records();
  const prepared = all.map((record) => prepare(record, FIELDS));

  it('are bounded, and hold the other copy of each record', () => {
    const index = new CandidateIndex({
      length: prepared.length,
      featuresAt: (at) => (prepared[at] === undefined ? [] : featuresOf(prepared[at], FIELDS)),
      sourceAt: (at) => (prepared[at]?.source === 'a' ? 0 : 1),
    });
    for (const at of prepared.keys()) {
      const found = index.nearest(at, 5, true);
      expect(found.length).toBeLessThanOrEqual(5);
      expect(found.map(({ other }) => prepared[other]?.id.slice(1))).toContain(prepared[at]?.id.slice(1));
    }
  });

  it('lead to the same clusters when a list is read by position', () => {
    const { clusterOf } = resolveList({ length: all.length, at: (at) => all[at] ?? { id: '', source: '', values: {} } }, FIELDS, {
      linkOnly: false,
      seed: 1,
    });
    for (let at = 0; at < all.length; at += 2) expect(clusterOf[at + 1]).toBe(at);
  });
});
