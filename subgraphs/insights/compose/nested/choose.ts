import type { Lexicon } from '../../language/lexicon-builder.ts';
import { fieldsOfPlan } from '../../plan/plan-walk.ts';
import { settleDays } from '../../plan/relative-days.ts';
import { validatePlan } from '../../plan/validate-plan.ts';
import type { QueryPlan } from '../../plan/query-plan.ts';
import type { Interpretation } from '../attempt.ts';
import type { Context } from '../context.ts';
import type { Reading } from '../interpret.ts';
import { readNested } from './interpret-nested.ts';
import { nameOf } from './read-nested.ts';

/** The nested reading of a question where it says more of it than the plain one; null where the plain one stands. */
export function nestedRather(context: Context, lexicon: Lexicon, question: string, plain: Reading): Interpretation | null {
  if (plain.kind === 'understood' && isBusiness(context, plain.interpretation)) return null;
  const nested = readNested(context, lexicon, question);
  if (nested === null || nested.facts.unknown > 0 || nested.facts.vague > 0) return null;
  const { plan } = validatePlan(settleDays(nested.interpretation.plan, context.clock.today), context.model);
  if (plan === null) return null;
  const name = nameOf(context, plan.sources[0]?.entity ?? '');
  const records = plan.columns.every(({ attribute }) => attribute === name);
  // What is asked for is never what was named.
  if (records && plan.shape === 'list' && plan.sources[0]?.filters.some((filter) => filter.kind === 'equals' && filter.field.path.length === 0 && filter.field.attribute === name) === true) return null; // prettier-ignore
  const agreed = plain.kind === 'understood' && records && sameRecords(plain.interpretation.plan, plan);
  if (plain.kind === 'understood' && (agreed || nested.facts.phrases < 2 || ofCanonical(context, plan))) return null;
  return { ...nested.interpretation, plan, nested: { ...nested.facts, rival: plain.kind === 'understood' } };
}

/** Metrics, times and comparisons are read by the grammar that knows them. */
function isBusiness(context: Context, { plan, wishes }: Interpretation): boolean {
  return (
    plan.measures.some(({ metric }) => metric !== null) ||
    plan.period !== null ||
    plan.compare !== null ||
    plan.having.length > 0 ||
    plan.share ||
    wishes?.verdict != null || wishes?.chart != null ||
    plan.sources.some(({ entity }) => context.model.find(entity)?.canonical != null)
  ); // prettier-ignore
}

const ofCanonical = (context: Context, plan: QueryPlan): boolean =>
  fieldsOfPlan(plan).some(({ entity }) => context.model.find(entity)?.canonical != null);

/** Whether two plans list or count the same records, in whatever columns. */
function sameRecords(a: QueryPlan, b: QueryPlan): boolean {
  const told = ({ shape, sources }: QueryPlan): string => JSON.stringify([shape, sources.map(({ entity, filters }) => [entity, filters])]);
  return a.shape !== 'groups' && told(a) === told(b);
}
