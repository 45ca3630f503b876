import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { loadCanonicalOntology } from '../canonical/load.ts';
import { discover } from './discovered.testkit.ts';
import { SHIPPED_KNOWLEDGE } from './knowledge.ts';
import { MAPPING_THRESHOLD, matchColumns, rankColumns } from './match-columns.ts';
import { createMatcher } from './matcher.ts';
import { createMatcherOfNames } from './named-targets.ts';
import type { PastMapping } from './past-mapping.ts';
import { words } from './words.ts';

const matcher = createMatcher(loadCanonicalOntology(), []);
const opportunity = matcher.entities.find(({ entity }) => entity.name === 'Opportunity');
if (opportunity === undefined) throw new Error('no opportunities');

const columnsOf = (names: readonly string[]) => discover([{ name: 'things', columns: names, rows: [] }]).flatMap(({ columns }) => columns);
const name = fc.oneof(
  fc.constantFrom('id', 'Amount', 'close_date', 'closeDate', 'stage__c', 'is_won', 'constructor', '__proto__', 'toString', '', '§'),
  fc.string({ maxLength: 30 }),
  fc.stringMatching(/^[a-z]{1,8}_[a-z]{1,8}$/),
);
const names = fc.uniqueArray(name, { maxLength: 12 });

test('whatever columns are called, each attribute is taken once, and confidences are probabilities', () => {
  fc.assert(
    fc.property(names, (columns) => {
      const matches = matchColumns(opportunity, columnsOf(columns));
      expect(matches.map(({ column }) => column.name)).toEqual(columns);
      const taken = matches.flatMap(({ match }) => (match === null ? [] : [match]));
      expect(new Set(taken.map(({ attribute }) => attribute.name)).size).toBe(taken.length);
      for (const { confidence, score } of taken) {
        expect(confidence).toBeGreaterThanOrEqual(0);
        expect(confidence).toBeLessThanOrEqual(1);
        expect(score).toBeGreaterThanOrEqual(MAPPING_THRESHOLD);
      }
    }),
    { numRuns: 60 },
  );
});

test('the order of the columns changes nothing', () => {
  fc.assert(
    fc.property(names, (columns) => {
      const scores = (given: readonly string[]) =>
        new Map(
          rankColumns(opportunity, columnsOf(given), [], null).map(({ column, pairs }) => [column.name, pairs.map((pair) => pair.score)]),
        );
      const [one, other] = [scores(columns), scores(columns.toReversed())];
      for (const column of columns) expect(one.get(column)).toEqual(other.get(column));
    }),
    { numRuns: 40 },
  );
});

test('a name in another spelling is the same attribute', () => {
  fc.assert(
    fc.property(
      fc.constantFrom('postal_code', 'close_date', 'number_of_employees', 'first_name', 'remote_id', 'phone_number'),
      (target) => {
        const prepared = createMatcherOfNames('company', [
          'postal_code',
          'close_date',
          'number_of_employees',
          'first_name',
          'remote_id',
          'phone_number',
        ]);
        const tokens = words(target);
        const spellings = [
          tokens.join(''),
          tokens.join('_').toUpperCase(),
          `${tokens.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join('')}__c`,
          tokens.join('-'),
          `company_${target}`,
        ];
        for (const spelling of spellings) {
          const [ranked] = rankColumns(prepared, columnsOf([spelling]), [['company']], null);
          expect(ranked?.pairs[ranked.chosen]?.attribute.name, spelling).toBe(target);
        }
      },
    ),
  );
});

test('one decision is proposed for a person to look at, several are sure, and rejections take an attribute away', () => {
  const past = (times: number, accepted: boolean): PastMapping => ({
    object: 'deals', field: 'zwurbel', words: 'zwurbel', entity: 'Opportunity', attribute: 'amount', canonical: true, accepted, times,
  }); // prettier-ignore
  const matched = (column: string, mappings: PastMapping[]) =>
    matchColumns(opportunity, columnsOf([column]), [], { ...SHIPPED_KNOWLEDGE, past: { mappings, near: new Map() } })[0]?.match;
  expect(matched('zwurbel', [])).toBeNull();
  const once = matched('zwurbel', [past(1, true)]);
  expect(once?.attribute.name).toBe('amount');
  expect(once?.confidence).toBeLessThan(0.9);
  expect(matched('zwurbel', [past(4, true)])?.confidence).toBeGreaterThan(0.9);
  expect(matched('amount', [])?.attribute.name).toBe('amount');
  expect(matched('amount', [{ ...past(1, false), words: 'amount' }])?.attribute.name).not.toBe('amount');
});
