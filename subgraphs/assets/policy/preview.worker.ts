import { classify } from '../discovery/classify/classify.ts';
import type { Policy } from '../discovery/policy/policy.ts';
import { scoreAssets } from '../discovery/scores/score-assets.ts';
import { countJudgements } from '../scan/count-judgements.ts';
import { judgementOf, judgementSchema } from '../scan/judgement.ts';
import { type JudgementChange, judgementChanges } from '../scan/judgement-changes.ts';
import { unpackFacts } from '../scan/kept-facts.ts';
import type { ScanCounts } from '../scan/scan.type.ts';

export interface ToPreview {
  /** Facts of all applications as the scan knew them, as they are stored. */
  facts: readonly unknown[];
  /** What the scan thought of them, as it is stored. */
  judgements: readonly unknown[];
  policy: Policy;
  /** Milliseconds since 1970. */
  asOf: number;
  /** So many changes are told; all of them are counted. */
  mostTold: number;
}

export interface Preview {
  before: ScanCounts;
  after: ScanCounts;
  changed: number;
  changes: { key: string; changes: JudgementChange[] }[];
}

/** Worker thread entry: judges a past scan's applications by another policy. */
export default function preview({ facts: kept, judgements, policy, asOf, mostTold }: ToPreview): Preview {
  const facts = kept.map(unpackFacts).toSorted((one, other) => (one.key < other.key ? -1 : 1));
  const judged = classify(facts, policy, asOf);
  const scores = scoreAssets(facts, judged, policy, asOf);
  const before = new Map(judgements.map((each) => judgementSchema.parse(each)).map((each) => [each.key, each]));
  const after = facts.flatMap((each, index) => {
    const [as, scored] = [judged[index], scores[index]];
    return as === undefined || scored === undefined ? [] : [judgementOf(each, as, scored)];
  });
  const changes = after.flatMap((now) => {
    const was = before.get(now.key);
    const differing = was === undefined ? [] : judgementChanges(was, now);
    return differing.length === 0 ? [] : [{ key: now.key, changes: differing }];
  });
  return {
    before: countJudgements([...before.values()]),
    after: countJudgements(after),
    changed: changes.length,
    changes: changes.slice(0, mostTold),
  };
}
