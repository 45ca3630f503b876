import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { AssetFacts } from '../classify/asset.ts';
import { noDetails } from '../details/asset-details.ts';
import type { OwnerSource } from '../details/record-details.ts';
import { count, facetOf, joined, newTally } from '../details/tally.ts';
import { ASSUMED, learned } from './reliability.ts';
import { ownersOf } from './suggest-owners.ts';

type Said = readonly [source: OwnerSource, who: string, times?: number];

function asset(said: readonly Said[]): AssetFacts {
  const details = noDetails();
  for (const [source, who, times = 1] of said)
    for (let at = 0; at < times; at += 1)
      if (source === 'LOG_INS') count(facetOf(details.facets, 'users').at(who, newTally), null, 'u1');
      else count(facetOf(details.facets, 'owners').at(joined(source, who), newTally), null, 'r1');
  const none = { count: 0, records: [] };
  return {
    key: 'a.com', keyKind: 'DOMAIN', names: new Set(), vendors: new Set(), seenBy: new Map(), identities: [], configurationItems: [], finance: [], cloud: none, attestations: none, details,
  }; // prettier-ignore
}

describe('owners', () => {
  test('who is named by one source is owner as often as the source is right', () => {
    expect(ownersOf(asset([['CMDB', 'ada@acme.com']]))).toEqual([
      {
        key: 'a.com', who: 'ada@acme.com', source: 'CMDB', confidence: 0.8, tied: false, says: 'ada@acme.com: the CMDB names them (1 of 1).', record: 'r1',
        evidence: [{ source: 'CMDB', count: 1, of: 1, record: 'r1' }],
      },
    ]); // prettier-ignore
  });

  test('a name and the address that is made of it are one person, and agreement makes sure', () => {
    const [best, ...others] = ownersOf(asset([['CMDB', 'Ada Byron'], ['TAG', 'ada.byron@acme.com']])); // prettier-ignore
    expect(others).toEqual([]);
    expect(best).toMatchObject({ who: 'ada.byron@acme.com', confidence: 0.94 });
  });

  test('a name that two addresses could be stays a person of its own', () => {
    expect(ownersOf(asset([['CMDB', 'Ada Byron'], ['TAG', 'ada.byron@acme.com'], ['CONTRACT', 'ada.byron@other.com']]))).toHaveLength(3); // prettier-ignore
  });

  test('sources that disagree share the confidence, and a tie is told', () => {
    const two = ownersOf(asset([['CMDB', 'ada@acme.com', 2], ['CMDB', 'bob@acme.com', 2]])); // prettier-ignore
    expect(two.map(({ who, tied }) => [who, tied])).toEqual([['ada@acme.com', true], ['bob@acme.com', true]]); // prettier-ignore
    expect(two[0]?.confidence).toBe(two[1]?.confidence);
    expect(ownersOf(asset([['CMDB', 'ada@acme.com'], ['LOG_INS', 'bob@acme.com', 9]]))[0]).toMatchObject({ who: 'ada@acme.com', tied: false }); // prettier-ignore
  });

  test('programs own nothing, and who looked in twice does not either', () => {
    expect(ownersOf(asset([['CLOUD', 'terraform'], ['LOG_INS', 'eve@acme.com', 2], ['LOG_INS', 'svc-backup', 90]]))).toEqual([]); // prettier-ignore
  });

  test('a source that people refuse loses weight, one that they follow gains', () => {
    const refused = learned(
      ASSUMED,
      Array.from({ length: 60 }, () => ({ source: 'CMDB' as const, right: false })),
    );
    expect(ownersOf(asset([['CMDB', 'ada@acme.com']]), refused)[0]?.confidence).toBe(0.2);
    expect(ASSUMED.CMDB).toEqual({ right: 16, wrong: 4 });
  });
});

test('confidences are from 0 to 1, come to 1 at most, and do not depend on the order of records', () => {
  const sources = fc.constantFrom<OwnerSource>('CMDB', 'TAG', 'CONTRACT', 'LOG_INS', 'DEVICE');
  const said = fc.array(
    fc.tuple(sources, fc.constantFrom('Ada Byron', 'ada.byron@a.com', 'bob@a.com', 'Team Blue', ' '), fc.integer({ min: 1, max: 9 })),
  );
  fc.assert(
    fc.property(said, (records) => {
      const owners = ownersOf(asset(records));
      expect(owners.reduce((total, { confidence }) => total + confidence, 0)).toBeLessThanOrEqual(1.003);
      expect(owners.every(({ confidence }) => confidence >= 0 && confidence <= 1)).toBe(true);
      expect(ownersOf(asset(records.toReversed()))).toEqual(owners);
    }),
  );
});

test('one more record for the one person named never makes it less probable', () => {
  const said = fc.array(fc.tuple(fc.constantFrom<OwnerSource>('CMDB', 'TAG', 'CONTRACT'), fc.constant('ada@a.com')), { minLength: 1 });
  fc.assert(
    fc.property(said, fc.constantFrom<OwnerSource>('REPOSITORY', 'CMDB', 'IDENTITY'), (records, source) => {
      const before = ownersOf(asset(records))[0]?.confidence ?? 0;
      expect(ownersOf(asset([...records, [source, 'ada@a.com']]))[0]?.confidence ?? 0).toBeGreaterThanOrEqual(before);
    }),
  );
});
