import type { Lexicon } from '../../language/lexicon-builder.ts';
import { aggregatesOf, fieldsOfPlan } from '../../plan/plan-walk.ts';
import { settleDays } from '../../plan/relative-days.ts';
import { isFanned } from '../../model/model-index.ts';
import { validatePlan } from '../../plan/validate-plan.ts';
import { MAX_ROWS } from '../../plan/query-plan.ts';
import type { QueryPlan } from '../../plan/query-plan.ts';
import type { Interpretation } from '../attempt.ts';
import type { Context } from '../context.ts';
import type { Reading } from '../interpret.ts';
import { readNested } from './interpret-nested.ts';
import { nameOf } from './read-nested.ts';
import { withBoth } from './both.ts';

/** What the nested reader makes of a question: its reading where that says more than the plain one, and whether it confirms the plain one. */
export interface NestedChoice {
  rather: Interpretation | null;
  agreed: boolean;
}

/** `the average score of films per studio`: of the films of each studio, not of all studios. */
const AVERAGE_OF_EACH = /\baverage \w+(?: \w+)? of (?:the |all )?\w+ (?:per|by|for each)\b/iu;

/** Verbs that say what became of records: of those that the product knows, they are no mere links. */
const BECAME = /\b(?:los(?:e|es|t|ing)|ke(?:ep|eps|pt|eping)|retain(?:s|ed|ing)?|churn(?:s|ed|ing)?)\b/iu;

const PLAIN_STANDS: NestedChoice = { rather: null, agreed: false };

/** Reads a question as nested phrases beside its plain reading, and chooses. */
export function nestedRather(context: Context, lexicon: Lexicon, question: string, plain: Reading): NestedChoice {
  if (plain.kind === 'understood' && isBusiness(context, plain.interpretation)) return PLAIN_STANDS;
  const nested = readNested(context, lexicon, question);
  if (nested === null || nested.facts.unknown > 0 || nested.facts.vague > 0) return PLAIN_STANDS;
  const said = withBoth(question, nested.interpretation.plan);
  const { plan } = validatePlan(settleDays(said, context.clock.today), context.model);
  if (plan === null) return PLAIN_STANDS;
  // Numbers that the plain grammar reads too it reads more finely; what it cannot reach, or told of records by themselves, it did not read.
  const counts = plan.measures[0]?.id === 'ratio' && plan.measures[0].expression.kind === 'combine' && aggregatesOf(plan.measures[0].expression).every((leaf) => leaf.function === 'count'); // prettier-ignore
  const each = plain.kind === 'understood' && plain.interpretation.plan.shape === 'value' && plan.shape === 'groups' && AVERAGE_OF_EACH.test(question); // prettier-ignore
  if (
    plain.kind === 'understood' &&
    nested.numbers &&
    !counts &&
    !each &&
    !isFannedPlan(plan) &&
    !countsItself(context, plain.interpretation.plan)
  )
    return PLAIN_STANDS;
  if (plain.kind === 'refused' && (plain.refusal.reason !== 'NOT_UNDERSTOOD' || BECAME.test(question)) && ofCanonical(context, plan))
    return PLAIN_STANDS;
  // `quantity sold by flower` is no list of quantities.
  if (plain.kind === 'understood' && plan.shape === 'list' && isBreakdown(plain.interpretation.plan) && !countsItself(context, plain.interpretation.plan)) return PLAIN_STANDS; // prettier-ignore
  const name = nameOf(context, plan.sources[0]?.entity ?? '');
  const records = plan.columns.every(({ attribute }) => attribute === name);
  // What is asked for is never what was named.
  if (records && plan.shape === 'list' && plan.sources[0]?.filters.some((filter) => filter.kind === 'equals' && filter.field.path.length === 0 && filter.field.attribute === name) === true) return PLAIN_STANDS; // prettier-ignore
  const agreed = plain.kind === 'understood' && records && sameRecords(plain.interpretation.plan, plan);
  if (
    plain.kind === 'understood' &&
    (agreed || (nested.facts.phrases < 2 && !restrictsMore(plain.interpretation.plan, plan)) || ofCanonical(context, plan))
  )
    return { rather: null, agreed: sameRecords(plain.interpretation.plan, plan) };
  return { rather: { ...nested.interpretation, plan, nested: { ...nested.facts, rival: plain.kind === 'understood' } }, agreed: false };
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
    plan.sources.some(({ entity }) => context.model.find(entity)?.canonical != null || isSheet(context, entity))
  ); // prettier-ignore
}

/** `which theatres have parking`: of the flag, those that have it. */
const restrictsMore = (plain: QueryPlan, nested: QueryPlan): boolean =>
  plain.shape === 'list' &&
  nested.shape === 'list' &&
  plain.sources[0]?.filters.length === 0 &&
  (nested.sources[0]?.filters.length ?? 0) > 0;

const isBreakdown = ({ shape, limit }: QueryPlan): boolean => shape === 'groups' && limit === MAX_ROWS;

const isFannedPlan = ({ sources }: QueryPlan): boolean => sources.some(({ keys }) => keys.some(({ path }) => isFanned(path)));

/** Records counted one by one under their own names, as nobody asks for. */
function countsItself(context: Context, { sources, measures, groupBy }: QueryPlan): boolean {
  const [source] = sources;
  const [key] = source?.keys ?? [];
  if (source === undefined || key === undefined || key.path.length > 0 || groupBy.length !== 1) return false;
  const own = key.attribute === 'id' || key.attribute === nameOf(context, source.entity);
  return own && measures.some(({ expression }) => expression.kind === 'aggregate' && expression.function.startsWith('count'));
}

/** Whether a plan reads records that the product knows by their kind. */
export const ofCanonical = (context: Context, plan: QueryPlan): boolean =>
  fieldsOfPlan(plan).some(({ entity }) => context.model.find(entity)?.canonical != null);

/** Figures by scenario: what of them is meant where nobody says so, the grammar of metrics knows. */
const isSheet = (context: Context, entity: string): boolean =>
  [...context.metrics.values()].some(({ computation }) =>
    computation?.sources.some((source) => source.entity === entity && (source.defaults ?? []).length > 0),
  );

/** Whether two plans list or count the same records, in whatever columns. */
function sameRecords(a: QueryPlan, b: QueryPlan): boolean {
  const told = ({ shape, sources }: QueryPlan): string => JSON.stringify([shape, sources.map(({ entity, filters }) => [entity, filters])]);
  return a.shape !== 'groups' && told(a) === told(b);
}
