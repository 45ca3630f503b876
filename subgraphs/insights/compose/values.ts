import type { Filter } from '../plan/query-plan.ts';
import { Unreadable } from './attempt.ts';
import type { Attempt } from './attempt.ts';
import type { Context } from './context.ts';
import { factsOf } from './facts.ts';
import { reachValue, shortestPaths } from './fields.ts';
import type { Reached } from './fields.ts';
import { isWord, nextContent, previousContent } from './node.ts';
import type { Node, ValueMeaning } from './node.ts';
import type { Roles } from './roles.ts';

const TIE = 0.02;
const FROM = /origin|from|source|depart|sender|start|pickup|home/i;
const TO = /dest|to\b|arriv|receiv|end|dropoff|away/i;

interface Choice {
  node: Node;
  meaning: ValueMeaning;
  reached: Reached;
}

/** The attribute or entity named beside a value (`sector retail`, `in the West region`) says which column is meant. */
function qualifier(context: Context, nodes: Node[], node: Node, meaning: ValueMeaning): Node | null {
  const around = [nextContent(nodes, node.index + 1), previousContent(nodes, node.index)].filter(
    (near) => near !== null && near.keyword === null,
  );
  for (const near of around)
    if (
      near?.things.some(
        (thing) => thing.kind === 'attribute' && thing.entity === meaning.entity && thing.attribute === meaning.attribute,
      ) === true
    )
      return near;
  for (const near of around) {
    if (
      near?.things.some(
        (thing) =>
          (thing.kind === 'relation' && context.model.relation(thing.entity, thing.relation)?.target === meaning.entity) ||
          (thing.kind === 'entity' && thing.entity === meaning.entity),
      ) === true
    )
      return near;
  }
  return null;
}

function preposition(nodes: Node[], node: Node, label: string): number {
  const before = nodes[node.index - 1];
  if (!isWord(before, 'link')) return 0;
  const { preposition: said } = before.keyword;
  if (['from', 'departing', 'departed', 'departed from', 'leaving'].includes(said))
    return FROM.test(label) ? 0.2 : TO.test(label) ? -0.2 : 0;
  if (['to', 'into', 'arriving', 'arrived', 'arrived at', 'arrived in'].includes(said))
    return TO.test(label) ? 0.2 : FROM.test(label) ? -0.2 : 0;
  return 0;
}

function choicesOf(context: Context, nodes: Node[], node: Node, entity: string): Choice[] {
  return node.values
    .flatMap((meaning) => {
      const near = qualifier(context, nodes, node, meaning);
      return reachValue(context, entity, meaning).map((reached) => ({
        node,
        meaning,
        reached: {
          ...reached,
          score: reached.score + (near === null ? 0 : 0.5) + preposition(nodes, node, `${reached.field.path.join(' ')} ${reached.label}`),
        },
      }));
    })
    .toSorted((a, b) => b.reached.score - a.reached.score);
}

/** Alternatives that hold for exactly the same column are spellings of one value: all are meant. */
function spellings(choices: Choice[]): Choice[] {
  const first = choices[0];
  if (first === undefined) return [];
  const key = JSON.stringify(first.reached.field);
  return choices.filter((choice) => JSON.stringify(choice.reached.field) === key && choice.meaning.match === first.meaning.match);
}

/** A field with the link it is reached by: `Store city`. */
function pathName(context: Context, entity: string, reached: Reached): string {
  const [step] = reached.field.path;
  const relation = step === undefined ? null : context.model.relation(entity, step);
  return relation === null || reached.label.startsWith(relation.label) ? reached.label : `${relation.label} ${reached.label.toLowerCase()}`;
}

/** What a value restricts for records of an entity; null when nothing leads there. Throws AMBIGUOUS when two columns are equally likely. */
function choose(context: Context, nodes: Node[], node: Node, entity: string): Choice[] | null {
  const choices = choicesOf(context, nodes, node, entity);
  const best = choices[0];
  if (best === undefined) return null;
  const rival = choices.find((choice) => JSON.stringify(choice.reached.field) !== JSON.stringify(best.reached.field));
  if (rival !== undefined && best.reached.score - rival.reached.score < TIE) {
    const names = [best, rival].map((choice) => pathName(context, entity, choice.reached));
    if (names[0] !== names[1])
      throw new Unreadable(
        'AMBIGUOUS',
        `${node.item.text} can be ${names.join(' or ')}.`,
        [node.item.text],
        names.map((name) => `~${node.index}~${(name ?? '').toLowerCase()} ${node.item.text}`),
      );
  }
  return spellings(choices);
}

/** A value that only records pointing here carry: `customers who bought Chai`. */
function throughFacts(context: Context, entity: string, node: Node, negated: boolean): Filter | null {
  for (const fact of factsOf(context, entity)) {
    for (const meaning of node.values) {
      const path = shortestPaths(context, fact.entity, meaning.entity);
      const only = path[0];
      if (only === undefined || path.length > 1) continue;
      return {
        kind: 'related',
        entity: fact.entity,
        relation: fact.path,
        filters: [{ kind: 'equals', field: { path: only, attribute: meaning.attribute }, values: [meaning.value], negated: false }],
        negated,
      };
    }
  }
  return null;
}

/** Turns values into conditions: several of one column are alternatives, of different columns all hold. */
export function addValues(context: Context, attempt: Attempt, entity: string, nodes: Node[], roles: Roles, allowFacts: boolean): void {
  const pending = nodes.filter(
    (node) =>
      node.values.length > 0 &&
      !attempt.used.has(node.index) &&
      !(node.time?.kind === 'range' && node.things.length === 0 && attempt.period !== null),
  );
  const groups = new Map<string, { negated: boolean; nodes: Node[] }>();
  for (const node of pending) {
    const chosen = choose(context, nodes, node, entity);
    const negated = roles.negated.has(node.index);
    if (chosen === null) {
      const related = allowFacts ? throughFacts(context, entity, node, negated) : null;
      if (related === null) continue;
      attempt.use(node, 'VALUE', node.values[0]?.value ?? node.item.text);
      attempt.filters.push(() => related);
      attempt.note(`"${node.item.text}" is looked for in related records`, -0.04);
      continue;
    }
    const first = chosen[0];
    if (first === undefined) continue;
    for (const choice of chosen) {
      const near = qualifier(context, nodes, node, choice.meaning);
      if (near !== null && near.values.length === 0 && !roles.dimensions.includes(near) && roles.subject !== near)
        attempt.use(near, 'DIMENSION', choice.reached.label);
    }
    attempt.use(node, 'VALUE', `${first.reached.label} = ${chosen.map((choice) => choice.meaning.value).join(', ')}`);
    attempt.score += Math.min(0, first.reached.score) * 0.5 + 0.02;
    if (first.meaning.match === 'partial') attempt.note(`"${node.item.text}" is taken as ${first.meaning.value}`, -0.08);
    const key = `${JSON.stringify(first.reached.field)}${negated}`;
    const group = groups.get(key) ?? { negated, nodes: [] };
    group.nodes.push(node);
    groups.set(key, group);
  }
  const or = nodes.find((node) => isWord(node, 'or') && !attempt.used.has(node.index));
  if (or !== undefined && groups.size > 1) throw new Unreadable('NOT_UNDERSTOOD', '"or" between different things', [or.item.text]);
  if (or !== undefined && groups.size === 1) attempt.use(or, 'FILLER', null);
  for (const group of groups.values()) {
    attempt.filters.push((base) => {
      const chosen = group.nodes.flatMap((node) => choose(context, nodes, node, base) ?? []);
      const first = chosen[0];
      if (first === undefined)
        throw new Unreadable(
          'NOT_AVAILABLE',
          `${group.nodes.map((node) => node.item.text).join(', ')} cannot restrict ${context.model.entity(base).pluralLabel}.`,
          group.nodes.map((node) => node.item.text),
        );
      return {
        kind: 'equals',
        field: first.reached.field,
        values: [...new Set(chosen.map((choice) => choice.meaning.value))],
        negated: group.negated,
      };
    });
  }
}

/** The columns that two or more named values share (`Male vs Female`): what a comparison of values groups by. */
export function comparedValues(context: Context, nodes: Node[], entity: string): Reached | null {
  const valued = nodes.filter((node) => node.values.length > 0);
  if (valued.length < 2) return null;
  const fields = valued.map((node) => choicesOf(context, nodes, node, entity)[0]?.reached);
  const first = fields[0];
  return first !== undefined && fields.every((each) => JSON.stringify(each?.field) === JSON.stringify(first.field)) ? first : null;
}
