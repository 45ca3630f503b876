import { fieldsOfPlan } from '../plan/plan-walk.ts';
import type { QueryPlan } from '../plan/query-plan.ts';
import { MAX_ROWS } from '../plan/query-plan.ts';
import type { Interpretation } from './attempt.ts';
import type { Context } from './context.ts';
import { isWord } from './node.ts';
import { isLinkingVerb } from './nested/verbs.ts';
import { GLUE } from './nested/words.ts';
import type { Node } from './node.ts';

/** How a question was read, as numbers that its confidence is made of; 0 is nothing to doubt. */
export interface ReadingFacts {
  /** How much better it is than the next reading with another plan, 0…1. */
  margin: number;
  /** Whether both readers, the linear and the nested, come to the same records. */
  agreed: boolean;
  words: number;
  /** Words that mean something in the data, or change a meaning, and that the plan says nothing of. */
  idle: number;
  /** Words that mean nothing here. */
  strange: number;
  /** Values taken for another column than the records named right before them, though those have it. */
  misplaced: number;
  /** Values that stand in several columns, where nothing beside them says which is meant. */
  elsewhere: number;
  /** Names that several kinds of records have, where nothing says whose is meant. */
  shared: number;
  /** Names recognised by a part of them only. */
  partial: number;
  corrected: number;
}

/** A reading, and whether the other reader confirms it. */
interface Measured {
  interpretation: Interpretation;
  agreed: boolean;
}

/** All that a plan names: entities, attributes, relations, metrics, values, functions. */
class Mentions {
  readonly #text: string;
  readonly #plan: QueryPlan;
  readonly #fields: ReadonlySet<string>;
  readonly #values: readonly string[];

  constructor(context: Context, plan: QueryPlan) {
    this.#plan = plan;
    this.#text = JSON.stringify(plan).toLowerCase();
    this.#values = Array.from(this.#text.matchAll(/"values":\["([^"]+)"/gu), ([, value = '']) => value);
    this.#fields = new Set(
      fieldsOfPlan(plan).flatMap(({ entity, field }) => {
        const at = context.model.resolve(entity, field);
        return at === null ? [] : [`${at.entity.name}.${field.attribute}`, at.entity.name];
      }),
    );
  }

  name(name: string): boolean {
    return this.#text.includes(`"${name.toLowerCase()}"`) || this.#fields.has(name);
  }

  field(entity: string, attribute: string): boolean {
    return this.#fields.has(`${entity}.${attribute}`);
  }

  value(value: string): boolean {
    return this.#text.includes(JSON.stringify(value).toLowerCase());
  }

  /** Whether the plan holds a value that stands in this text: `ohio` of `ohio river`. */
  within(text: string): boolean {
    const said = text.toLowerCase();
    return this.#values.some((value) => said.includes(value));
  }

  number(value: number): boolean {
    return this.#text.includes(String(value)) || this.#text.includes(String(value / 100)) || this.#plan.limit === value;
  }

  ranked(): boolean {
    const { limit, order } = this.#plan;
    return limit < MAX_ROWS || order.length > 0 || /"(?:min|max)"|"direction":"/u.test(this.#text);
  }

  negated(): boolean {
    return /"negated":true|"<>"|"blank"/u.test(this.#text);
  }

  timed(): boolean {
    const { period, compare, groupBy } = this.#plan;
    return period !== null || compare !== null || groupBy.some(({ grain }) => grain !== null) || /"(?:time|datepart)"/u.test(this.#text);
  }
}

function isSaid(mentions: Mentions, node: Node): boolean {
  if (node.time !== null && mentions.timed()) return true;
  if (node.number !== null && mentions.number(node.number.value)) return true;
  if (node.quoted !== null && mentions.value(node.quoted)) return true;
  if (node.values.some(({ value }) => mentions.value(value)) || mentions.within(node.item.text)) return true;
  return node.things.some((thing) => {
    switch (thing.kind) {
      case 'metric':
        return mentions.name(thing.metric);
      case 'entity':
        return mentions.name(thing.entity);
      case 'attribute':
        return mentions.name(thing.attribute);
      case 'relation':
        return mentions.name(thing.relation);
    }
  });
}

function isIdle(mentions: Mentions, node: Node, used: Interpretation['attempt']['used']): boolean {
  if (isWord(node, 'rank')) return !mentions.ranked();
  if (isWord(node, 'negate')) return !mentions.negated();
  if (node.keyword !== null) return false;
  // What a metric or a judgement was taken for stands in no plan by its word.
  const kind = used.get(node.index)?.kind;
  if (kind !== undefined && kind !== 'FILLER' && kind !== 'UNKNOWN') return false;
  return meansSomething(node) && !isSaid(mentions, node);
}

/** What was recognised by a part of it means little. */
const meansSomething = ({ things, values, time, number, quoted }: Node): boolean =>
  [...things, ...values].some(({ match }) => match !== 'partial') || time !== null || number !== null || quoted !== null;

const isStrange = ({ item, keyword, things, values, time, number, quoted }: Node, used: Interpretation['attempt']['used'], index: number): boolean =>
  keyword === null && things.length + values.length === 0 && time === null && number === null && quoted === null &&
  item.text.length > 2 && !isLinkingVerb(item.text.toLowerCase()) && !GLUE.has(item.text.toLowerCase()) && (used.get(index)?.kind ?? 'UNKNOWN') === 'UNKNOWN'; // prettier-ignore

const columnOf = ({ entity, attribute }: { entity: string; attribute: string }): string => `${entity}.${attribute}`;

/** Whether a word beside this one names a column or its records. */
function named(nodes: readonly Node[], node: Node, columns: readonly string[]): boolean {
  const near = [nodes[node.index - 2], nodes[node.index - 1], nodes[node.index + 1]];
  return near.some(
    (each) =>
      each?.things.some(
        (thing) =>
          (thing.kind === 'attribute' && columns.includes(columnOf(thing))) ||
          (thing.kind === 'entity' && columns.some((column) => column.startsWith(`${thing.entity}.`))),
      ) === true,
  );
}

function isElsewhere(nodes: readonly Node[], node: Node): boolean {
  const exact = node.values.filter(({ match }) => match !== 'partial');
  const columns = [...new Set((exact.length > 0 ? exact : node.values).map(columnOf))];
  return columns.length > 1 && !named(nodes, node, columns);
}

/** `a city named springfield`: records named right before a value that they have, where the plan takes the value for something else. */
function isMisplaced(mentions: Mentions, nodes: readonly Node[], node: Node): boolean {
  if (node.values.length === 0) return false;
  const before = nodes.slice(Math.max(0, node.index - 2), node.index).toReversed();
  const owner = before.flatMap(({ things, keyword }) =>
    keyword === null ? things.flatMap((thing) => (thing.kind === 'entity' ? [thing.entity] : [])) : [],
  )[0];
  const own = node.values.filter(({ entity }) => entity === owner);
  return own.length > 0 && !own.some(({ entity, attribute }) => mentions.field(entity, attribute));
}

function isShared(nodes: readonly Node[], node: Node): boolean {
  if (node.keyword !== null || node.values.length > 0) return false;
  const attributes = node.things.flatMap((thing) => (thing.kind === 'attribute' && thing.match === 'label' ? [thing] : []));
  const owners = [...new Set(attributes.map(({ entity }) => entity))];
  if (owners.length < 2 || node.things.some(({ kind }) => kind === 'metric' || kind === 'entity')) return false;
  const said = nodes.flatMap((each) => each.things.flatMap((thing) => (thing.kind === 'entity' ? [thing.entity] : [])));
  return owners.filter((owner) => said.includes(owner)).length !== 1;
}

const isPartial = (node: Node): boolean =>
  node.keyword === null && node.values.length === 0 && node.things.length > 0 && node.things.every(({ match }) => match === 'partial');

/** Measures how a question was read. @param nodes the words of the question, before any was joined or rephrased */
export function readingFacts(context: Context, nodes: readonly Node[], { interpretation, agreed }: Measured): ReadingFacts {
  const mentions = new Mentions(context, interpretation.plan);
  const { used } = interpretation.attempt;
  const count = (is: (node: Node) => boolean): number => nodes.filter(is).length;
  return {
    margin: interpretation.nested?.margin ?? interpretation.margin ?? 1,
    agreed,
    words: nodes.length,
    idle: count((node) => isIdle(mentions, node, used)),
    strange: count((node) => isStrange(node, used, node.index)),
    misplaced: count((node) => isMisplaced(mentions, nodes, node)),
    elsewhere: count((node) => isElsewhere(nodes, node)),
    shared: count((node) => isShared(nodes, node)),
    partial: count(isPartial),
    corrected: count(({ item }) => item.corrected !== null),
  };
}
