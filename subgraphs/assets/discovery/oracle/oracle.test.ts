import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readPolicy } from '../policy/read-policy.ts';
import { discover } from '../report/discover.ts';
import { AS_OF, type Dirt, DIRTS, exported, policies, snapshots } from './generate.testkit.ts';
import { oracle, type OracleAsset, type OraclePolicy, type Planes } from './oracle.testkit.ts';

const RUNS = 150;
const SEED = 11;

const PIECE = 1_000;

/** In pieces, as files come. */
async function* piecesOf(bytes: Buffer): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += PIECE) yield await Promise.resolve(bytes.subarray(at, at + PIECE));
}

async function discovered(planes: Planes | Readonly<Record<string, readonly object[]>>, policy: OraclePolicy): Promise<OracleAsset[]> {
  const read = readPolicy(exported(policy));
  if (read.kind === 'FAULTY') throw new Error(JSON.stringify(read.problems));
  const bytes = Buffer.from(JSON.stringify({ meta: {}, planes }));
  const sources = [{ name: 'snapshot.json', read: () => piecesOf(bytes) }];
  const { judged } = await discover(sources, read.policy, { asOf: AS_OF, latest: AS_OF });
  return judged.map(({ key, admission, class: judgedAs, activity, reasons, copyOf }) => ({
    key,
    admission: admission.admitted ? 'ADMITTED' : admission.because,
    class: judgedAs,
    activity,
    reasons: reasons.toSorted(),
    copyOf,
  }));
}

const sorted = (assets: readonly OracleAsset[]): OracleAsset[] => assets.toSorted((one, other) => (one.key < other.key ? -1 : 1));

describe('every asset is admitted, classed and explained as an oracle says that knows the rules only', () => {
  test.each(DIRTS.map((dirt, at): [string, Dirt] => [['clean', 'typical', 'messy', 'adversarial'][at] ?? '', dirt]))(
    '%s snapshots, all policies',
    async (_, dirt) => {
      const assets = { count: 0, copies: 0 };
      await fc.assert(
        fc.asyncProperty(snapshots(dirt), policies, async (planes, policy) => {
          const found = await discovered(planes, policy);
          assets.count += found.length;
          assets.copies += found.filter(({ copyOf }) => copyOf !== null).length;
          expect(found).toEqual(sorted(oracle(planes, policy, AS_OF)));
        }),
        { numRuns: RUNS, seed: SEED },
      );
      expect(assets.count).toBeGreaterThan(RUNS * 3);
      expect(assets.copies).toBeGreaterThan(0);
    },
  );
});

test('planes that are lists themselves come to the same as planes with lists', async () => {
  await fc.assert(
    fc.asyncProperty(snapshots(DIRTS[2]), policies, async (planes, policy) => {
      const lists = Object.fromEntries(Object.entries(planes).map(([plane, of]) => [plane, Object.values(of).flat()]));
      expect(await discovered(lists, policy)).toEqual(await discovered(planes, policy));
    }),
    { numRuns: RUNS, seed: SEED },
  );
});
