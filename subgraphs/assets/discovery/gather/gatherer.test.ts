import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Judged } from '../classify/asset.ts';
import { classify } from '../classify/classify.ts';
import { AS_OF, DIRTS, snapshots } from '../oracle/generate.testkit.ts';
import type { Planes } from '../oracle/oracle.testkit.ts';
import { DEFAULT_POLICY } from '../policy/policy.ts';
import { readSnapshot } from '../snapshot/read-snapshot.ts';
import type { Evidence } from './evidence.ts';
import { Gatherer } from './gatherer.ts';

const RUNS = { numRuns: 60, seed: 11 };
const dirt = DIRTS[2] ?? { things: 9, bad: 0.1, most: 40 };

async function evidenceIn(planes: Planes): Promise<Evidence[]> {
  const records: Evidence[] = [];
  const chunks = (async function* () {
    yield await Promise.resolve(JSON.stringify({ planes }));
  })();
  await readSnapshot(chunks, AS_OF, (record) => (records.push(record), null));
  return records;
}

const filled = (records: readonly Evidence[]): Gatherer => {
  const gatherer = new Gatherer(DEFAULT_POLICY, AS_OF);
  for (const record of records) gatherer.take(record);
  return gatherer;
};
const judged = (gatherer: Gatherer): Judged[] => classify(gatherer.facts(), DEFAULT_POLICY, AS_OF);

test('the order of records changes nothing', async () => {
  await fc.assert(
    fc.asyncProperty(snapshots(dirt), fc.infiniteStream(fc.nat()), async (planes, numbers) => {
      const records = await evidenceIn(planes);
      const shuffled = records.map((record) => ({ record, by: numbers.next().value })).toSorted((one, other) => one.by - other.by);
      expect(judged(filled(shuffled.map(({ record }) => record)))).toEqual(judged(filled(records)));
    }),
    RUNS,
  );
});

test('a gatherer that goes on from what another had comes to the same as one that reads everything', async () => {
  await fc.assert(
    fc.asyncProperty(snapshots(dirt), fc.double({ min: 0, max: 1, noNaN: true }), async (planes, share) => {
      const records = await evidenceIn(planes);
      const cut = Math.floor(records.length * share);
      const before = filled(records.slice(0, cut));
      const after = new Gatherer(DEFAULT_POLICY, AS_OF);
      after.restore({ observed: before.observed(), records: before.records() });
      for (const record of records.slice(cut)) after.take(record);
      expect(judged(after)).toEqual(judged(filled(records)));
    }),
    RUNS,
  );
});

test('log-ins that are alike are one record that waits, the latest', () => {
  const login = (days: number): Evidence => ({
    plane: 'IDP', record: `log-in ${days}`, details: null, name: 'Slack', host: 'slack.com', vendor: null, hasSso: true, lastLoginAt: AS_OF - days * 86_400_000,
  }); // prettier-ignore
  const kept = filled([login(9), login(2), login(30)]).records();
  expect(kept).toMatchObject([{ record: { record: 'log-in 2', lastLoginAt: AS_OF - 2 * 86_400_000 } }]);
});

test('a vendor’s many payments are no more to each of its many products than what they come to', () => {
  const records: Evidence[] = [
    ...Array.from({ length: 2_000 }, (_, at): Evidence => ({ plane: 'DISCOVERY', record: null, details: null, name: null, host: `product${at}.com`, vendor: 'Everything', source: 'dns', at: AS_OF })),
    ...Array.from({ length: 2_000 }, (_, at): Evidence => ({ plane: 'FINANCE', record: `txn-${at}`, details: null, name: 'Everything', host: null, vendor: 'Everything', ongoing: at === 7, yearly: null })),
  ]; // prettier-ignore
  const facts = filled(records).facts();
  expect(facts).toHaveLength(2_000);
  expect(facts.every(({ finance }) => finance.length === 2 && finance.some(({ ongoing }) => ongoing))).toBe(true);
});

test('thousands of assets and records of one name are matched in no time', () => {
  const records: Evidence[] = [
    ...Array.from({ length: 5_000 }, (_, at): Evidence => ({ plane: 'DISCOVERY', record: null, details: null, name: 'App', host: `app${at}.com`, vendor: null, source: 'dns', at: AS_OF })),
    ...Array.from({ length: 5_000 }, (_, at): Evidence => ({ plane: 'CMDB', record: `ci-${at}`, details: null, name: 'App', host: null, vendor: null, type: 'app', lifecycle: 'live' })),
    ...Array.from({ length: 5_000 }, (_, at): Evidence => ({ plane: 'CLOUD', record: `cloud-${at}`, details: null, name: 'App', host: null, vendor: null })),
  ]; // prettier-ignore
  const facts = filled(records).facts();
  expect(facts).toHaveLength(5_000);
  expect(facts.every(({ configurationItems, cloud }) => configurationItems.length === 1 && cloud.count === 5_000)).toBe(true);
});
