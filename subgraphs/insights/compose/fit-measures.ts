import type { Filter, MeasureExpression, QueryPlan } from '../plan/query-plan.ts';
import { MAX_ROWS } from '../plan/query-plan.ts';
import { assembleMeasures, naturalOrder } from './assemble.ts';
import { Attempt, Unreadable } from './attempt.ts';
import type { Interpretation } from './attempt.ts';
import type { Candidate } from './candidate.ts';
import { addAbsent } from './absent.ts';
import { addColumnComparisons } from './column-comparisons.ts';
import { addComparisons, addEqualNumbers } from './comparisons.ts';
import type { Context } from './context.ts';
import { addDimension } from './dimensions.ts';
import { factsOf } from './facts.ts';
import { settleLeftovers } from './leftovers.ts';
import { countOf } from './measure-choices.ts';
import { isWord } from './node.ts';
import type { Node } from './node.ts';
import { addOwnNoun } from './own-noun.ts';
import { asRatio } from './per-dimension.ts';
import { addClassifiers } from './classifiers.ts';
import { addDateParts, addRemaining, addTexts } from './remaining.ts';
import { addYears } from './years.ts';
import type { ComparisonPhrase, Roles } from './roles.ts';
import { BESIDE } from './wishes.ts';
import { checkCoverage, namedAxis, readTimes } from './times.ts';
import { inTwoNumbers } from './two-sides.ts';
import { addValues, comparedValues } from './values.ts';

/** Rows of a ranking whose length was not said. */
const DEFAULT_RANK_ROWS = 10;
/** A trend without a grain is shown by month. */
const TREND_GRAIN = 'month';

function havingFrom(
  context: Context,
  attempt: Attempt,
  having: QueryPlan['having'],
  limits: Attempt['limits'] | null,
): (phrase: ComparisonPhrase, node: Node | null) => boolean {
  return (phrase, node) => {
    if (attempt.dimensions.length === 0 && limits === null) return false;
    const counted = node?.things.find((thing) => thing.kind === 'entity');
    let measure = node !== null && attempt.used.get(node.index)?.kind === 'METRIC' ? 0 : -1;
    const base = attempt.measures[0]?.sources[0]?.entity;
    if (
      measure < 0 &&
      counted?.kind === 'entity' &&
      node !== null &&
      (counted.entity === base || factsOf(context, counted.entity).some((fact) => fact.entity === base))
    ) {
      const known = attempt.measures.findIndex((each) => each.expression.kind === 'aggregate' && each.expression.function === 'count');
      measure = known >= 0 ? known : counted.entity === base ? attempt.measures.push(countOf(context, counted.entity)) - 1 : -1;
      if (measure >= 0) attempt.use(node, 'METRIC', attempt.measures[measure]?.label ?? null);
    }
    if (measure < 0) measure = node === null || node.things.length === 0 ? 0 : -1;
    if (measure < 0) return false;
    const scale = attempt.measures[measure]?.unit === 'PERCENT' && (phrase.percent || phrase.values.some((value) => value > 1)) ? 0.01 : 1;
    // Without groups the one number is held against the limit: that is what a yes-or-no question asks.
    const into = attempt.dimensions.length === 0 && limits !== null ? limits : having;
    const add = (operator: QueryPlan['having'][number]['operator'], value: number | undefined): void =>
      void into.push({ measure, operator, value: (value ?? 0) * scale });
    if (phrase.operator === 'between') {
      const [low, high] = phrase.values.toSorted((a, b) => a - b);
      add('>=', low);
      add('<=', high);
    } else add(phrase.operator, phrase.values[0]);
    return true;
  };
}

/** ` from retail`: whose share it is, when it can be said in a word. */
function sharedBy(filters: Filter[]): string {
  const values = filters.flatMap((filter) =>
    filter.kind === 'equals' && !filter.negated
      ? filter.values.filter((value) => typeof value === 'string' && !/^(?:yes|y|true)$/i.test(value)).map(String)
      : [],
  );
  return values.length === 0 ? '' : `: ${values.join(', ')}`;
}

/** Moves the question's conditions into the upper part of a ratio: the share they make up of the whole. */
function toShare(attempt: Attempt, filters: Filter[]): void {
  const measure = attempt.measures[0];
  if (measure === undefined) return;
  const restrict = (expression: MeasureExpression): MeasureExpression => {
    if (expression.kind === 'aggregate') return { ...expression, filters: [...expression.filters, ...filters] };
    if (expression.kind === 'constant') return expression;
    return { ...expression, left: restrict(expression.left), right: restrict(expression.right) };
  };
  attempt.measures[0] = {
    ...measure,
    id: `share:${measure.id}`,
    label: `Share of ${measure.label.toLowerCase().replace(/^number of /, '')}${sharedBy(filters)}`,
    unit: 'PERCENT',
    metric: null,
    expression: { kind: 'combine', operator: '/', left: restrict(measure.expression), right: measure.expression },
  };
}

function isPlural(node: Node): boolean {
  return /s$/i.test(node.item.text) && !/(?:ss|us|is|series)$/i.test(node.item.text);
}

function rankPlan(attempt: Attempt, roles: Roles): Pick<QueryPlan, 'order' | 'limit'> {
  if (roles.rank === null || attempt.dimensions.length === 0)
    return { order: naturalOrder(attempt.dimensions.map((entry) => entry.dimension)), limit: MAX_ROWS };
  attempt.use(roles.rank.node, 'RANK', roles.rank.direction === 'desc' ? 'highest first' : 'lowest first');
  for (const other of roles.rank.others) attempt.use(other, 'RANK', null);
  if (roles.rank.numberNode !== null) attempt.use(roles.rank.numberNode, 'RANK', `${roles.rank.count} rows`);
  const subject = roles.subject ?? roles.dimensions[0];
  const limit = roles.rank.count ?? (subject !== undefined && subject !== null && isPlural(subject) ? DEFAULT_RANK_ROWS : 1);
  return {
    order: [
      { by: 'measure', index: 0, direction: roles.rank.direction },
      { by: 'dimension', index: 0, direction: 'asc' },
    ],
    limit,
  };
}

/** `highest salary` without saying of whom: the largest of all. */
function extremeOf(attempt: Attempt, roles: Roles): void {
  const measure = attempt.measures[0];
  if (roles.rank === null || attempt.dimensions.length > 0 || measure === undefined) return;
  if (measure.expression.kind !== 'aggregate' || measure.rowField === null || measure.explicit || roles.rank.count !== null)
    throw new Unreadable('NOT_UNDERSTOOD', 'A ranking of nothing', [roles.rank.node.item.text]);
  const desc = roles.rank.direction === 'desc';
  attempt.measures[0] = {
    ...measure,
    id: `${desc ? 'max' : 'min'}:${measure.id}`,
    label: measure.label.replace(/^(?:Total|Average)/, desc ? 'Highest' : 'Lowest'),
    expression: { ...measure.expression, function: desc ? 'max' : 'min' },
  };
  attempt.use(roles.rank.node, 'AGGREGATE', desc ? 'highest' : 'lowest');
}

function groupNodes(context: Context, attempt: Attempt, entity: string, nodes: Node[], roles: Roles): void {
  const sources = attempt.measures.flatMap((measure) => measure.sources);
  const ranked = roles.rank !== null;
  const wanted = [...new Set([...(roles.subject === null ? [] : [roles.subject]), ...roles.dimensions])].filter(
    (node) => !attempt.used.has(node.index),
  );
  for (const node of wanted) addDimension(context, attempt, node, sources, !ranked);
  const trend = nodes.find((node) => isWord(node, 'trend'));
  if (
    trend !== undefined &&
    !attempt.dimensions.some((entry) => entry.dimension.grain !== null) &&
    sources.every((source) => source.timeField !== null)
  ) {
    attempt.use(trend, 'DIMENSION', TREND_GRAIN);
    attempt.dimensions.push({
      dimension: { label: 'Month', grain: TREND_GRAIN, entity: null, keepBlank: false },
      keys: () => ({ path: [], attribute: '' }),
    });
  }
  const versus = nodes.find((node) => (isWord(node, 'versus') || /\bcompar/i.test(node.item.text)) && !attempt.used.has(node.index));
  const compared = versus === undefined ? null : comparedValues(context, nodes, entity);
  // Two numbers against one another stand beside one another.
  if (versus !== undefined && compared === null && attempt.measures.length > 1) attempt.use(versus, 'COMPARE', BESIDE);
  if (versus === undefined || compared === null) return;
  attempt.use(versus, 'COMPARE', `by ${compared.label}`);
  attempt.dimensions.push({
    dimension: { label: compared.label, grain: null, entity: null, keepBlank: false },
    keys: () => compared.field,
  });
}

/** Fits the whole sentence to one idea of the number asked for. Throws Unreadable when words remain that matter. */
export function fitMeasures(context: Context, idea: Candidate, nodes: Node[], roles: Roles): Interpretation {
  const ratio = asRatio(context, idea, nodes, roles);
  const candidate = ratio?.candidate ?? idea;
  const attempt = new Attempt();
  attempt.score = candidate.score;
  attempt.measures = candidate.measures.map((measure) => ({ ...measure, sources: measure.sources.map((source) => ({ ...source })) }));
  for (const use of candidate.uses) attempt.use(use.node, use.kind, use.meaning);
  for (const note of candidate.notes) attempt.note(note.text, note.effect);
  const base = attempt.measures[0]?.sources[0];
  if (base === undefined) throw new Unreadable('NOT_UNDERSTOOD', 'Nothing to compute');
  addAbsent(context, attempt, base.entity, nodes, roles);
  const share = nodes.find((node) => isWord(node, 'share') && !attempt.used.has(node.index));
  const axis = attempt.measures.every((measure) => measure.sources.length === 1) ? namedAxis(context, attempt, base.entity, nodes) : null;
  if (axis !== null)
    for (const measure of attempt.measures)
      for (const source of measure.sources) if (source.entity === base.entity) source.timeField = axis;
  const time = attempt.measures[0]?.sources[0]?.timeField ?? null;
  const sayer = nodes.find((node) => node.time?.kind === 'range');
  readTimes(context, attempt, base.entity, time, nodes);
  addYears(context, attempt, base.entity, nodes);
  addTexts(context, attempt, base.entity, nodes, roles);
  const having: QueryPlan['having'] = [];
  groupNodes(context, attempt, base.entity, nodes, roles);
  addColumnComparisons(context, attempt, base.entity, nodes);
  addComparisons(context, attempt, base.entity, nodes, roles, havingFrom(context, attempt, having, roles.asksIf ? attempt.limits : null));
  addValues(context, attempt, base.entity, nodes, roles, countsRecords(attempt));
  for (const { node } of candidate.uses) addOwnNoun(context, attempt, base.entity, node);
  addEqualNumbers(context, attempt, base.entity, nodes);
  addDateParts(attempt, time, nodes);
  addRemaining(context, attempt, base.entity, nodes, roles);
  extremeOf(attempt, roles);
  if (roles.asksIf) inTwoNumbers(attempt, base.entity);
  if (share !== undefined && attempt.dimensions.length === 0) {
    const filters = attempt.filters.map((make) => make(base.entity)).filter((filter) => filter !== null);
    if (filters.length === 0 || attempt.measures.some((measure) => measure.sources.length > 1))
      throw new Unreadable('NOT_UNDERSTOOD', 'A share of what?', [share.item.text]);
    attempt.filters.length = 0;
    toShare(attempt, filters);
  }
  if (share !== undefined) attempt.use(share, 'AGGREGATE', 'share');
  for (const { limit } of nodes) if (limit !== undefined) attempt.limits.push({ measure: 0, ...limit });
  const ranked = rankPlan(attempt, roles);
  missingTime(attempt, nodes, time);
  addClassifiers(context, attempt, base.entity, nodes);
  settleLeftovers(attempt, nodes);
  const plan = assembleMeasures(context, attempt, { having, ...ranked, share: share !== undefined && attempt.dimensions.length > 0 });
  checkCoverage(context, attempt, base.entity, plan.sources[0]?.timeField ?? null, sayer);
  return { plan, attempt, score: attempt.score };
}

const countsRecords = (attempt: Attempt): boolean =>
  attempt.measures.every(
    (measure) => measure.expression.kind === 'aggregate' && (measure.expression.function === 'count' || measure.rowField !== null),
  );

function missingTime(attempt: Attempt, nodes: Node[], time: unknown): void {
  const said = nodes.find((node) => node.time?.kind === 'range' && !attempt.used.has(node.index) && node.number === null);
  if (said !== undefined && time === null)
    throw new Unreadable(
      'NOT_AVAILABLE',
      `${attempt.measures[0]?.label ?? 'This'} has no date, so it cannot be told for ${said.item.text}.`,
      [said.item.text],
    );
}
