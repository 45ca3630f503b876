import type { Lexicon } from '../../language/lexicon-builder.ts';
import { settleDays } from '../../plan/relative-days.ts';
import { validatePlan } from '../../plan/validate-plan.ts';
import type { Interpretation } from '../attempt.ts';
import type { Context } from '../context.ts';
import type { Reading } from '../interpret.ts';
import { readNested } from './interpret-nested.ts';

/** The nested reading of a question where it says more of it than the plain one; null where the plain one stands. */
export function nestedRather(context: Context, lexicon: Lexicon, question: string, plain: Reading): Interpretation | null {
  const nested = readNested(context, lexicon, question);
  if (nested === null || nested.facts.unknown > 0 || nested.facts.vague > 0) return null;
  const { plan } = validatePlan(settleDays(nested.interpretation.plan, context.clock.today), context.model);
  if (plan === null) return null;
  if (plain.kind === 'understood') return null;
  return { ...nested.interpretation, plan, nested: nested.facts };
}
