import { createHash } from 'node:crypto';
import { classify } from '../discovery/classify/classify.ts';
import type { Policy } from '../discovery/policy/policy.ts';
import { scoreAssets } from '../discovery/scores/score-assets.ts';
import { type Judgement, judgementOf } from './judgement.ts';
import { hashOf, unpackFacts } from './kept-facts.ts';
import { countJudgements } from './count-judgements.ts';
import type { ScanCounts } from './scan.type.ts';

export interface ToJudge {
  /** Facts of all assets as `packFacts` made them, parsed. */
  facts: readonly unknown[];
  policy: Policy;
  /** Milliseconds since 1970. */
  asOf: number;
  /** What is kept of each key already, by its hash: what is the same is not handed back. */
  known: ReadonlyMap<string, string>;
}

export interface JudgedAssets {
  changed: { key: string; hash: string; judgement: Judgement }[];
  counts: ScanCounts;
  /** The same for the same judgements of the same assets. */
  digest: string;
}

/** Worker thread entry: judges all assets by the policy. */
export default function judge({ facts: kept, policy, asOf, known }: ToJudge): JudgedAssets {
  const facts = kept.map(unpackFacts).toSorted((one, other) => (one.key < other.key ? -1 : 1));
  const judged = classify(facts, policy, asOf);
  const scores = scoreAssets(facts, judged, policy, asOf);
  const digest = createHash('sha256');
  const changed: JudgedAssets['changed'] = [];
  const judgements = facts.map((each, index) => {
    const [as, scored] = [judged[index], scores[index]];
    if (as === undefined || scored === undefined) throw new Error(`${each.key} was not judged`);
    return judgementOf(each, as, scored);
  });
  for (const judgement of judgements) {
    const hash = hashOf(JSON.stringify(judgement));
    digest.update(`${judgement.key}\n${hash}\n`);
    if (known.get(judgement.key) !== hash) changed.push({ key: judgement.key, hash, judgement });
  }
  return { changed, counts: countJudgements(judgements), digest: digest.digest('base64url') };
}
