import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { ObjectFacts } from '../asset/asset-facts.ts';
import { findingsOf, type Inspected } from './derive-findings.ts';

const table = (facts: Partial<ObjectFacts> = {}, asset: Partial<Inspected> = {}): Inspected => ({
  ownerId: 'somebody',
  recordCount: 100,
  facts: { kind: 'DATA_OBJECT', skipped: null, primaryKey: ['id'], quarantined: 0, seenLast: true, ...facts },
  ...asset,
});
const shown = (asset: Inspected): string[] => findingsOf(asset).map(({ code, severity }) => `${severity} ${code}`);

test('a table with an owner, a key and clean records has no findings', () => {
  expect(shown(table())).toEqual([]);
});

test('one per cent in quarantine is still fine, more warns, more than ten per cent is critical', () => {
  expect(shown(table({ quarantined: 1 }, { recordCount: 99 }))).toEqual([]);
  expect(shown(table({ quarantined: 2 }, { recordCount: 98 }))).toEqual(['WARNING RECORDS_QUARANTINED']);
  expect(shown(table({ quarantined: 10 }, { recordCount: 90 }))).toEqual(['WARNING RECORDS_QUARANTINED']);
  expect(shown(table({ quarantined: 11 }, { recordCount: 89 }))).toEqual(['CRITICAL RECORDS_QUARANTINED']);
  expect(shown(table({ quarantined: 5 }, { recordCount: 0 }))).toEqual(['CRITICAL RECORDS_QUARANTINED', 'INFO NO_RECORDS']);
});

test('an object that is not a table says why, and is not blamed for having no key', () => {
  const asset = table({ skipped: { code: 'EMPTY', reason: 'The file is empty' }, primaryKey: null }, { recordCount: null });
  expect(findingsOf(asset)).toMatchObject([{ code: 'OBJECT_SKIPPED', severity: 'INFO', detail: 'The file is empty (EMPTY)' }]);
});

test('a failed sync tells its problem, a later success takes the finding away', () => {
  const connection = (succeeded: boolean): Inspected => ({
    ownerId: null,
    recordCount: null,
    facts: { kind: 'CONNECTION', lastSync: { succeeded, problem: succeeded ? null : 'The folder is gone.' } },
  });
  expect(findingsOf(connection(false))).toMatchObject([{ code: 'SYNC_FAILED', detail: 'The folder is gone.' }, { code: 'NO_OWNER' }]);
  expect(shown(connection(true))).toEqual(['WARNING NO_OWNER']);
});

test('whatever the facts, no code comes twice and the gravest come first', () => {
  const facts = fc.record<ObjectFacts>({
    kind: fc.constant('DATA_OBJECT'),
    skipped: fc.option(fc.record({ code: fc.string(), reason: fc.string() })),
    primaryKey: fc.option(fc.array(fc.string(), { minLength: 1 })),
    quarantined: fc.nat(),
    seenLast: fc.boolean(),
  });
  fc.assert(
    fc.property(facts, fc.option(fc.uuid()), fc.option(fc.nat()), (known, ownerId, recordCount) => {
      const findings = findingsOf({ ownerId, recordCount, facts: known });
      expect(new Set(findings.map(({ code }) => code)).size).toBe(findings.length);
      const ranks = findings.map(({ severity }) => ['CRITICAL', 'WARNING', 'INFO'].indexOf(severity));
      expect(ranks).toEqual(ranks.toSorted((a, b) => a - b));
    }),
  );
});
