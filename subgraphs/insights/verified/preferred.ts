import { maskedUses } from '../answer/masked-uses.ts';
import type { Knowledge } from '../answer/knowledge.ts';
import { Attempt } from '../compose/attempt.ts';
import type { Reading } from '../compose/interpret.ts';
import type { QueryPlan } from '../plan/query-plan.ts';
import { validatePlan } from '../plan/validate-plan.ts';
import { basisOf } from './basis.ts';
import type { VerifiedAnswerRow } from './verified.entity.ts';

/** A verified answer beside a question that asks the same. */
export interface Verification extends Pick<VerifiedAnswerRow, 'id' | 'question' | 'persona' | 'note' | 'verifiedBy' | 'verifiedAt'> {
  /** What it rests on is not what it was: it is told, and not preferred. */
  stale: boolean;
}

/** Whether what a verified answer rests on is no longer what it was. */
export function isStale(knowledge: Knowledge, row: Pick<VerifiedAnswerRow, 'plan' | 'basis'>): boolean {
  const whole = knowledge.whole ?? knowledge;
  const { plan } = validatePlan(row.plan, whole.model);
  return plan === null || basisOf(whole, plan) !== row.basis;
}

const undated = (plan: QueryPlan): string => JSON.stringify({ ...plan, period: null, compare: null });

/** The verified plan on the days that are meant today; null when that is not known. */
function onDay(plan: QueryPlan, read: QueryPlan | null): QueryPlan | null {
  if (plan.period?.relative !== true && plan.compare?.relative !== true) return plan;
  return read === null ? null : { ...plan, period: read.period, compare: read.compare };
}

/** The reading of a question that somebody has verified: the plan they stand for, unless it is stale or tells what the asker does not see. */
export function preferred(
  knowledge: Knowledge,
  reading: Reading,
  row: VerifiedAnswerRow,
): { reading: Reading; verification: Verification } {
  const { id, question, persona, note, verifiedBy, verifiedAt } = row;
  const verification = (stale: boolean): Verification => ({ id, question, persona, note, verifiedBy, verifiedAt, stale });
  if (isStale(knowledge, row)) return { reading, verification: verification(true) };
  const { plan } = validatePlan(row.plan, knowledge.model);
  const read = reading.kind === 'understood' ? reading.interpretation.plan : null;
  const dated = plan === null ? null : onDay(plan, read);
  if (plan === null || dated === null || maskedUses(plan, knowledge.model, knowledge.guard).length > 0)
    return { reading, verification: verification(true) };
  if (reading.kind === 'understood' && read !== null && undated(read) === undated(plan))
    return { reading, verification: verification(false) };
  const tokens = reading.kind === 'understood' ? reading.tokens : reading.refusal.tokens;
  return {
    reading: { kind: 'understood', interpretation: { plan: dated, attempt: new Attempt(), score: 1 }, tokens },
    verification: verification(false),
  };
}
