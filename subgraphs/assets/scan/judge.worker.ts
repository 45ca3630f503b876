import { createHash } from 'node:crypto';
import { classify } from '../discovery/classify/classify.ts';
import { findingsOf } from '../discovery/findings/findings-of.ts';
import type { Policy } from '../discovery/policy/policy.ts';
import { type Posture, postureOf } from '../discovery/posture/posture.ts';
import { scoreAssets } from '../discovery/scores/score-assets.ts';
import { type Judgement, judgementOf } from './judgement.ts';
import { hashOf, unpackFacts } from './kept-facts.ts';
import { countJudgements } from './count-judgements.ts';
import { type Says, saysOf } from './says.ts';
import type { ScanCounts } from './scan.type.ts';

export interface ToJudge {
  /** Facts of all assets as `packFacts` made them, parsed. */
  facts: readonly unknown[];
  policy: Policy;
  /** Milliseconds since 1970. */
  asOf: number;
  /** What is kept of each key already, by its hash: what is the same is not handed back. */
  known: ReadonlyMap<string, string>;
  /** The same of what is said of each key. */
  knownSays: ReadonlyMap<string, string>;
  /** Keys that people named an owner of. */
  owned: ReadonlySet<string>;
}

export interface JudgedAssets {
  changed: {
    key: string;
    /** null: as they were. */
    judgement: { hash: string; is: Judgement } | null;
    says: { hash: string; is: Says } | null;
  }[];
  /** Of the tenant, first, and its departments. */
  posture: readonly Posture[];
  counts: ScanCounts;
  /** The same for the same judgements of the same assets. */
  digest: string;
}

/** Worker thread entry: judges all assets by the policy. */
export default function judge({ facts: kept, policy, asOf, known, knownSays, owned }: ToJudge): JudgedAssets {
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
  const findings = findingsOf(facts, judged, { policy, asOf, owned });
  const says = saysOf(facts, judged, findings);
  for (const [index, judgement] of judgements.entries()) {
    const { key } = judgement;
    const [judgementHash, said] = [hashOf(JSON.stringify(judgement)), says[index]];
    const saysHash = hashOf(JSON.stringify(said));
    digest.update(`${key}\n${judgementHash}\n`);
    const now = {
      judgement: known.get(key) === judgementHash ? null : { hash: judgementHash, is: judgement },
      says: said === undefined || knownSays.get(key) === saysHash ? null : { hash: saysHash, is: said },
    };
    if (now.judgement !== null || now.says !== null) changed.push({ key, ...now });
  }
  const posture = postureOf(facts, judged, scores, findings, { asOf, owned });
  return { changed, posture, counts: countJudgements(judgements), digest: digest.digest('base64url') };
}
