import type { Context } from './context.ts';
import type { ListIdea } from './fit-list.ts';
import { reachNumber } from './fields.ts';
import { isDimension } from '../model/model-index.ts';
import { asksForRecords, isWord, pluralSaid } from './node.ts';
import type { Node } from './node.ts';
import { canBeMeasure } from './roles.ts';
import type { Roles } from './roles.ts';

/** Ideas of which records are asked for. `only`: nothing else can be meant. `rather`: as likely as a number. */
export interface ListIdeas {
  ideas: ListIdea[];
  only: boolean;
  rather: boolean;
}

function ofEntityNode(context: Context, node: Node): ListIdea[] {
  const metric = node.things.find((thing) => thing.kind === 'metric' && countedMetric(context, thing.metric));
  const entities = node.things.flatMap((thing) => (thing.kind === 'entity' ? [thing.entity] : []));
  // `which sales agents have no won deals`: known only as what other records call them.
  if (entities.length === 0 && metric === undefined) {
    const targets = node.things.flatMap((thing) =>
      thing.kind === 'relation' && thing.match !== 'partial' ? [context.model.relation(thing.entity, thing.relation)?.target ?? ''] : [],
    );
    const [target] = new Set(targets);
    if (target !== undefined && target !== '' && new Set(targets).size === 1 && pluralSaid(node) !== null)
      return [{ entity: target, node, metric: null, distinctOnly: false }];
  }
  const source = metric?.kind === 'metric' ? context.metrics.get(metric.metric)?.computation?.sources[0]?.entity : undefined;
  const plain = entities.map((entity): ListIdea => ({ entity, node, metric: null, distinctOnly: false }));
  return plain.length > 0 || metric?.kind !== 'metric' || source === undefined
    ? plain
    : [{ entity: source, node, metric: metric.metric, distinctOnly: false }];
}

/** A metric that counts records under conditions: its records can be listed. */
function countedMetric(context: Context, name: string): boolean {
  const computation = context.metrics.get(name)?.computation;
  return computation?.expression.kind === 'aggregate' && computation.expression.function === 'count' && computation.sources.length === 1;
}

function ofAttributes(context: Context, nodes: Node[], asksRecords: boolean): ListIdea[] {
  // What a yes-or-no column can hold is nothing to list.
  const flag = (entity: string, attribute: string): boolean => context.model.attribute(entity, attribute)?.type === 'BOOLEAN';
  const owners = nodes.flatMap((node) =>
    node.things.flatMap((thing) => (thing.kind === 'attribute' && !flag(thing.entity, thing.attribute) ? [thing.entity] : [])),
  );
  const valued = nodes.some((node) => node.values.length > 0);
  // `what is new`: the records of which it holds.
  if (owners.length === 0 && asksRecords)
    return [...new Set(nodes.flatMap(entitiesOfThings))]
      .slice(0, 4)
      .map((entity) => ({ entity, node: null, metric: null, distinctOnly: false }));
  return [...new Set(owners)].slice(0, 4).map((entity) => ({ entity, node: null, metric: null, distinctOnly: !valued }));
}

const entitiesOfThings = ({ things }: Node): string[] => things.flatMap((thing) => (thing.kind === 'attribute' ? [thing.entity] : []));

const asksWhich = (nodes: Node[]): boolean => nodes.some((node) => isWord(node, 'list') || isWord(node, 'who'));

/** Whether the records of a ranked entity are ordered by a field of their own (`most expensive product`, `employee with the highest salary`). */
function ranksRecords(context: Context, nodes: Node[], roles: Roles): boolean {
  const { rank, subject } = roles;
  if (rank === null || subject === null || !subject.things.some((thing) => thing.kind === 'entity')) return false;
  if (nodes.some((node) => isWord(node, 'aggregate') || isWord(node, 'count')) || roles.dimensions.length > 0) return false;
  const entities = subject.things.flatMap((thing) => (thing.kind === 'entity' ? [thing.entity] : []));
  if (rank.by !== 'measure') return true;
  const others = nodes.filter((node) => node !== subject && canBeMeasure(context, node) && node.keyword === null);
  const own =
    others.length > 0 &&
    others.every(
      (node) =>
        node.things.some((thing) => thing.kind === 'attribute' && entities.includes(thing.entity)) &&
        !node.things.some(
          (thing) => thing.kind === 'metric' && context.metrics.get(thing.metric)?.computation !== null && thing.match === 'label',
        ),
    );
  const big = others.length === 0 && isBig(roles);
  return own || big;
}

const isBig = ({ rank }: Roles): boolean =>
  rank !== null && /biggest|largest|smallest|highest|lowest|greatest|^top$/.test(rank.node.item.text.toLowerCase());

/** Whether records that a metric counts are ranked by numbers of their own: by those named, else by what things cost. */
function ranksCounted(context: Context, nodes: Node[], { rank }: Roles, { entity, node: counted }: ListIdea): boolean {
  const numbers = nodes.filter((node) => node !== counted && node.keyword === null && canBeMeasure(context, node));
  if (rank === null || (numbers.length === 0 && rank.by === 'measure')) return false;
  return numbers.every(({ things }) => reachNumber(context, entity, things).some(({ field }) => field.path.length === 0));
}

/** Every idea of a list the sentence allows, and how much it asks for one. */
export function listIdeas(context: Context, nodes: Node[], roles: Roles): ListIdeas {
  const free = nodes.filter((node) => !roles.dimensions.includes(node) && node.keyword === null && !roles.negated.has(node.index));
  const counted = nodes.some(
    (node) =>
      (isWord(node, 'count') || isWord(node, 'aggregate') || isWord(node, 'share') || isWord(node, 'rate')) &&
      node.item.text.toLowerCase() !== 'how much',
  );
  const grouped = roles.dimensions.length > 0 || nodes.some((node) => isWord(node, 'trend') || isWord(node, 'versus'));
  const records = free.flatMap((node) => ofEntityNode(context, node));
  const first = records[0];
  const ideas = first === undefined ? ofAttributes(context, free, nodes.some(asksForRecords)) : records.slice(0, 3);
  if (ranksRecords(context, nodes, roles))
    return { ideas: records.filter((idea) => idea.node === roles.subject), only: false, rather: true };
  const whose =
    roles.rank !== null && roles.subject === null && !counted && nodes.some((node) => isWord(node, 'who')) ? ownersOf(context, free) : [];
  if (whose.length > 0) return { ideas: whose, only: true, rather: true };
  // `the largest open deal`, `which zombie apps cost the most`: records that a metric counts are ranked by what each is worth.
  if (
    roles.rank !== null &&
    roles.subject === null &&
    !counted &&
    !grouped &&
    first?.metric != null &&
    (ranksCounted(context, nodes, roles, first) ||
      (isBig(roles) && roles.rank.by === 'measure' && free.every((node) => node === first.node || !canBeMeasure(context, node))))
  )
    return { ideas: records.slice(0, 1), only: true, rather: true };
  if (roles.rank !== null || counted || grouped) return { ideas: [], only: false, rather: false };
  const compared = new Set(roles.comparisons.flatMap((phrase) => phrase.nodes.map((node) => node.index)));
  const numbers = free.filter(
    (node) =>
      canBeMeasure(context, node) &&
      node !== first?.node &&
      !compared.has(node.index) &&
      !node.things.some((thing) => thing.kind === 'entity'),
  );
  const lookup =
    first === undefined &&
    free.some((node) =>
      node.things.some(
        (thing) => thing.kind === 'attribute' && isDimension(context.model.attribute(thing.entity, thing.attribute) ?? never()),
      ),
    );
  if (first !== undefined && asksWhich(nodes)) {
    const aside = numbers.filter((node) => !roles.comparisons.some((phrase) => Math.abs((phrase.nodes[0]?.index ?? -9) - node.index) <= 2));
    const metricAside = aside.some((node) =>
      node.things.some((thing) => thing.kind === 'metric' && context.metrics.get(thing.metric)?.computation !== null),
    );
    return { ideas, only: !metricAside, rather: true };
  }
  const named = ideas.filter(
    (idea) =>
      idea.node === null ||
      idea.metric !== null ||
      idea.node.things.some((thing) =>
        thing.kind === 'relation'
          ? thing.match !== 'partial'
          : thing.kind === 'entity' && thing.entity === idea.entity && thing.match !== 'partial',
      ),
  );
  return { ideas: first !== undefined || lookup ? named : [], only: false, rather: numbers.length === 0 };
}

/** `who has the highest salary`: the records that carry the number, when they are people. */
function ownersOf(context: Context, nodes: Node[]): ListIdea[] {
  const owners = nodes.flatMap((node) =>
    node.things.flatMap((thing) =>
      thing.kind === 'attribute' && canBeMeasure(context, node) && context.model.entity(thing.entity).titleAttribute !== null
        ? [thing.entity]
        : [],
    ),
  );
  return [...new Set(owners)].map((entity) => ({ entity, node: null, metric: null, distinctOnly: false }));
}

function never(): never {
  throw new Error('The lexicon names an attribute the model does not have');
}
