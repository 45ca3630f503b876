import type { AssetFacts, Judged } from '../classify/asset.ts';
import { classify } from '../classify/classify.ts';
import { Gatherer } from '../gather/gatherer.ts';
import { aliasLoopsIn } from '../policy/contradictions.ts';
import type { Policy } from '../policy/policy.ts';
import { type AssetScores, scoreAssets } from '../scores/score-assets.ts';
import type { Moment } from '../snapshot/moment.ts';
import { readSnapshot, type SnapshotReading } from '../snapshot/read-snapshot.ts';

/** What is discovered in a snapshot. Assets, judgements and scores are in the same order, that of the keys. */
export interface Discovered {
  policy: Policy;
  moment: Moment;
  reading: SnapshotReading;
  /** Aliases of the policy that stand for each other in a circle and are left out. */
  aliasLoops: readonly (readonly string[])[];
  assets: readonly AssetFacts[];
  judged: readonly Judged[];
  scores: readonly AssetScores[];
}

/** Reads, gathers, judges and scores a snapshot while it comes in. */
export async function discover(chunks: AsyncIterable<string>, policy: Policy, moment: Moment): Promise<Discovered> {
  const gatherer = new Gatherer(policy, moment.latest);
  const reading = await readSnapshot(chunks, moment.asOf, (record) => gatherer.take(record));
  const assets = gatherer.facts();
  const judged = classify(assets, policy, moment.asOf);
  const scores = scoreAssets(assets, judged, policy, moment.asOf);
  return { policy, moment, reading, aliasLoops: aliasLoopsIn(policy), assets, judged, scores };
}
