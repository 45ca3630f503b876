import type { FieldRef, QueryPlan } from '../plan/query-plan.ts';
import { fieldsOfFilter } from '../plan/plan-walk.ts';
import { MAX_ROWS } from '../plan/query-plan.ts';
import { Attempt, Unreadable } from './attempt.ts';
import type { Interpretation } from './attempt.ts';
import { addAbsent } from './absent.ts';
import { addColumnComparisons } from './column-comparisons.ts';
import { addComparisons, addEqualNumbers } from './comparisons.ts';
import type { Context } from './context.ts';
import { reachAny, reachDimension, reachNumber } from './fields.ts';
import { settleLeftovers } from './leftovers.ts';
import { listColumns, superlativeField } from './lists.ts';
import { sourceOf } from './measure-choices.ts';
import { asksForRecords, isWord } from './node.ts';
import type { Node } from './node.ts';
import { addClassifiers } from './classifiers.ts';
import { addDateParts, addRemaining, addTexts } from './remaining.ts';
import { addOwnNoun } from './own-noun.ts';
import { addYears } from './years.ts';
import { isPerson } from '../model/time-axis.ts';
import type { Roles } from './roles.ts';
import { checkCoverage, namedAxis, readTimes } from './times.ts';
import { addValues } from './values.ts';

const DEFAULT_RANK_ROWS = 10;

/** What a list is of, and which node said so. */
export interface ListIdea {
  entity: string;
  node: Node | null;
  /** Conditions of a metric whose records are listed. */
  metric: string | null;
  /** Only these attributes, each different value once (`which sectors do we have`). */
  distinctOnly: boolean;
}

function askedColumns(context: Context, attempt: Attempt, entity: string, nodes: Node[], roles: Roles): FieldRef[] {
  return nodes.flatMap((node) => {
    if (attempt.used.has(node.index) || node.things.length === 0 || roles.negated.has(node.index)) return [];
    const attribute = reachAny(context, entity, node.things)[0];
    const linked = attribute === undefined ? reachDimension(context, entity, node.things)[0] : undefined;
    const reached = attribute ?? (linked !== undefined && linked.field.path.length > 0 ? linked : undefined);
    if (reached === undefined || besideValue(nodes, node)) return [];
    attempt.use(node, 'DIMENSION', reached.label);
    return [reached.field];
  });
}

const besideValue = (nodes: Node[], node: Node): boolean =>
  nodes[node.index + 1] !== undefined &&
  (nodes[node.index + 1]?.values.length ?? 0) > 0 &&
  (nodes[node.index + 1]?.things.length ?? 0) === 0;

function orderOf(
  context: Context,
  attempt: Attempt,
  entity: string,
  nodes: Node[],
  roles: Roles,
): { field: FieldRef; direction: 'asc' | 'desc' } | null {
  const { rank } = roles;
  if (rank === null) return null;
  const named = nodes.find(
    (node) => node !== roles.subject && !attempt.used.has(node.index) && reachNumber(context, entity, node.things).length > 0,
  );
  const reached = named === undefined ? undefined : reachNumber(context, entity, named.things)[0];
  const found =
    reached === undefined ? superlativeField(context, entity, rank.by) : { field: reached.field, label: reached.label, flip: false };
  if (found === null) throw new Unreadable('NOT_UNDERSTOOD', `${rank.node.item.text}: by what?`, [rank.node.item.text]);
  if (reached === undefined) attempt.note(`"${rank.node.item.text}" is judged by ${found.label}`, -0.05);
  if (named !== undefined) attempt.use(named, 'DIMENSION', found.label);
  attempt.use(rank.node, 'RANK', found.label);
  for (const other of rank.others) attempt.use(other, 'RANK', null);
  if (rank.numberNode !== null) attempt.use(rank.numberNode, 'RANK', `${rank.count} rows`);
  const desc = (rank.direction === 'desc') !== found.flip;
  attempt.filters.push(() => ({ kind: 'blank', field: found.field, negated: true }));
  return { field: found.field, direction: desc ? 'desc' : 'asc' };
}

const isFlag = (context: Context, entity: string, { things }: Node): boolean =>
  things.some(
    (thing) =>
      thing.kind === 'attribute' && thing.entity === entity && context.model.attribute(entity, thing.attribute)?.type === 'BOOLEAN',
  );

/** Whether a column is somebody's name, or leads to somebody. */
function namesSomebody(context: Context, entity: string, field: FieldRef): boolean {
  const found = context.model.resolve(entity, field);
  return found !== null && (found.attribute?.semantic === 'PERSON' || (field.path.length > 0 && isPerson(found.entity)));
}

const same = (a: FieldRef, b: FieldRef): boolean => JSON.stringify(a) === JSON.stringify(b);

/** Fits the sentence to a list of records. Throws Unreadable when words remain that matter. */
export function fitList(context: Context, idea: ListIdea, nodes: Node[], roles: Roles): Interpretation {
  const attempt = new Attempt();
  const entity = context.model.entity(idea.entity);
  if (idea.node !== null) attempt.use(idea.node, 'ENTITY', entity.label);
  const metric = idea.metric === null ? undefined : context.metrics.get(idea.metric)?.computation?.sources[0];
  const source = metric === undefined ? sourceOf(context, idea.entity) : { ...metric };
  addAbsent(context, attempt, idea.entity, nodes, roles);
  const axis = namedAxis(context, attempt, idea.entity, nodes);
  if (axis !== null) source.timeField = axis;
  const sayer = nodes.find((node) => node.time?.kind === 'range');
  readTimes(context, attempt, idea.entity, source.timeField, nodes);
  if (attempt.compare !== null) throw new Unreadable('NOT_UNDERSTOOD', 'A list of records has no comparison');
  addYears(context, attempt, idea.entity, nodes);
  addTexts(context, attempt, idea.entity, nodes, roles);
  const ordered = orderOf(context, attempt, idea.entity, nodes, roles);
  addColumnComparisons(context, attempt, idea.entity, nodes);
  addComparisons(context, attempt, idea.entity, nodes, roles, () => false);
  addValues(context, attempt, idea.entity, nodes, roles, true);
  addEqualNumbers(context, attempt, idea.entity, nodes);
  addDateParts(attempt, source.timeField, nodes);
  const related = nodes.filter(
    (node) =>
      roles.negated.has(node.index) || nodes.some((each) => isWord(each, 'blank')) || node.things.every((thing) => thing.kind === 'entity'),
  );
  // `which apps are governed`, `external apps`: a yes-or-no column says which records are meant; elsewhere it is shown.
  const asksRecords = nodes.some(asksForRecords);
  const says = (node: Node): boolean => isFlag(context, idea.entity, node) && (asksRecords || roles.adjectives.has(node.index));
  const columnNodes = nodes.filter((node) => !related.includes(node) && !says(node));
  const asked = askedColumns(context, attempt, idea.entity, columnNodes, roles);
  addRemaining(context, attempt, idea.entity, nodes, roles);
  addClassifiers(context, attempt, idea.entity, nodes);
  // `customers in trouble`: which records are bad, nobody can say without a number.
  const judged = nodes.find((node) => isWord(node, 'judge'));
  if (judged !== undefined && !roles.asksIf) throw new Unreadable('NOT_UNDERSTOOD', `${judged.item.text}: by what?`, [judged.item.text]);
  addOwnNoun(context, attempt, idea.entity, idea.node);
  settleLeftovers(attempt, nodes);
  const conditions = attempt.filters.map((make) => make(idea.entity)).filter((filter) => filter !== null);
  const said = new Set(conditions.flatMap((filter) => fieldsOfFilter(filter).map((field) => JSON.stringify(field))));
  const defaults = (source.defaults ?? []).filter((filter) => !fieldsOfFilter(filter).some((field) => said.has(JSON.stringify(field))));
  const filters = [...source.filters, ...defaults, ...conditions];
  const columns =
    idea.distinctOnly && asked.length > 0
      ? asked
      : listColumns(context, idea.entity, ordered === null || asked.length > 0 ? asked : [], filters);
  // `who approved Aster`: who did it, nothing says of records that are nobody and name nobody.
  const who = nodes.find((node) => isWord(node, 'who'));
  if (
    who !== undefined &&
    entity.canonical !== null &&
    !isPerson(entity) &&
    !columns.some((column) => namesSomebody(context, idea.entity, column))
  )
    throw new Unreadable('NOT_AVAILABLE', `Nothing says who: ${entity.pluralLabel} name nobody for it.`, [who.item.text]);
  if (ordered !== null && !columns.some((column) => same(column, ordered.field))) columns.splice(1, 0, ordered.field);
  const orderIndex = ordered === null ? 0 : columns.findIndex((column) => same(column, ordered.field));
  const limit =
    ordered === null
      ? MAX_ROWS
      : (roles.rank?.count ?? (/s$/i.test((roles.subject ?? idea.node)?.item.text ?? '') ? DEFAULT_RANK_ROWS : 1));
  const plan: QueryPlan = {
    version: 1,
    shape: 'list',
    sources: [{ entity: idea.entity, filters, timeField: source.timeField, keys: [] }],
    measures: [],
    groupBy: [],
    columns,
    distinct: idea.distinctOnly,
    having: [],
    period: attempt.period,
    compare: null,
    order: [{ by: 'column', index: orderIndex, direction: ordered?.direction ?? 'asc' }],
    limit,
    share: false,
  };
  checkCoverage(context, attempt, idea.entity, source.timeField, sayer);
  return { plan, attempt, score: attempt.score + 0.3 };
}
