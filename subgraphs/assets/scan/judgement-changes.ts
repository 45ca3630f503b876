import type { Judgement } from './judgement.ts';

/** One thing about an application that is judged otherwise than before. */
export interface JudgementChange {
  field: string;
  before: string | null;
  after: string | null;
}

const FIELDS = ['admitted', 'admission', 'class', 'activity', 'governed', 'external'] as const;
const SCORES = ['risk', 'cost', 'criticality', 'systemOfRecord'] as const;

/** What of two judgements of the same application differs: verdicts, reasons that came or went, and scores by their values. */
export function judgementChanges(before: Judgement, after: Judgement): JudgementChange[] {
  const [had, has] = [new Set(before.reasons), new Set(after.reasons)];
  const all: JudgementChange[] = [
    ...FIELDS.map((field) => ({ field, before: String(before[field]), after: String(after[field]) })),
    ...[...had].filter((code) => !has.has(code)).map((code) => ({ field: 'reasons', before: code, after: null })),
    ...[...has].filter((code) => !had.has(code)).map((code) => ({ field: 'reasons', before: null, after: code })),
    ...SCORES.map((score) => ({ field: score, before: String(before.scores[score].value), after: String(after.scores[score].value) })),
  ];
  return all.filter((change) => change.before !== change.after);
}
