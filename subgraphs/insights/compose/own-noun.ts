import { phraseKey } from '../language/tokenize.ts';
import { fieldsOfFilter } from '../plan/plan-walk.ts';
import type { Filter } from '../plan/query-plan.ts';
import type { Attempt } from './attempt.ts';
import type { Context } from './context.ts';
import type { Node } from './node.ts';

const KINDS = new Set(['STATUS', 'CATEGORY']);

/** Whether a node names the records themselves: their kind, or all of them as a number. */
const namesRecords = (context: Context, entity: string, { things }: Node): boolean =>
  things.every((thing) => thing.kind !== 'metric' || isCountOfAll(context, entity, thing.metric)) &&
  things.some((thing) => thing.kind === 'metric' || (thing.kind === 'entity' && thing.entity === entity));

function isCountOfAll(context: Context, entity: string, metric: string): boolean {
  const computation = context.metrics.get(metric)?.computation;
  const [source] = computation?.sources ?? [];
  return (
    source?.entity === entity &&
    source.filters.length === 0 &&
    computation?.expression.kind === 'aggregate' &&
    computation.expression.function === 'count'
  );
}

/**
 * `customers` of a table of companies whose status says Customer, Prospect or Churned: the noun is one of the kinds that the table tells
 * apart, and those are meant, unless the question says another of them.
 */
export function addOwnNoun(context: Context, attempt: Attempt, entity: string, node: Node | null): void {
  if (node === null || !namesRecords(context, entity, node)) return;
  const noun = phraseKey(node.item.text);
  const facts = context.profile.entities[entity]?.attributes ?? {};
  for (const attribute of context.model.entity(entity).attributes) {
    const value = KINDS.has(attribute.semantic)
      ? (facts[attribute.name]?.values ?? []).find((each) => phraseKey(each) === noun)
      : undefined;
    if (value === undefined) continue;
    const filter: Filter = { kind: 'equals', field: { path: [], attribute: attribute.name }, values: [value], negated: false };
    const said = attempt.filters
      .flatMap((make) => make(entity) ?? [])
      .some((each) => fieldsOfFilter(each).some(({ path, attribute: name }) => path.length === 0 && name === attribute.name));
    if (said) return;
    attempt.filters.push((base) => (base === entity ? filter : null));
    attempt.note(`"${node.item.text}" are those whose ${attribute.label.toLowerCase()} is ${value}`, 0);
    return;
  }
}
