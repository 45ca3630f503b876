import type { Context } from '../context.ts';
import type { FieldRef, Filter, RecordSet } from '../../plan/query-plan.ts';
import { words } from './sentence-words.ts';
import { speaksOf } from './words.ts';

/** Records of an entity that fulfil conditions. */
export interface Records {
  entity: string;
  filters: Filter[];
  counted: RecordSet['counted'];
}

/** One way in which records of one entity belong to those of another: as a condition on the first. */
export interface Link {
  filter: Filter;
  score: number;
}

export const ID = 'id';
const own = (attribute: string): FieldRef => ({ path: [], attribute });
export const recordSet = (records: Records, field: FieldRef): RecordSet => ({ ...records, field, function: null });

/** How far the words between two things speak of a name. */
function spoken(said: readonly string[], ...names: string[]): number {
  const known = names.flatMap(words);
  return said.some((word) => known.some((name) => speaksOf(word, name))) ? 0.3 : 0;
}

const among = (field: FieldRef, set: RecordSet, negated: boolean): Filter => {
  const [only, ...more] = set.filters;
  const simple =
    only !== undefined && more.length === 0 && set.counted === null && set.field.attribute === ID && set.field.path.length === 0;
  if (
    simple &&
    only.kind === 'equals' &&
    !only.negated &&
    field.path.length + only.field.path.length <= 3 &&
    field.attribute === ID &&
    field.path.length > 0
  )
    return { ...only, field: { path: [...field.path, ...only.field.path], attribute: only.field.attribute }, negated };
  return { kind: 'nested', field, operator: 'in', negated, set };
};

/** Every way from records of `from` to the given records of another entity, likeliest first; `said` are the words that stand between them. */
export function linksTo(context: Context, from: string, to: Records, said: readonly string[], negated: boolean): Link[] {
  const { model } = context;
  const links: Link[] = [];
  const add = (filter: Filter, score: number): void => void links.push({ filter, score });
  for (const path of model.paths(from))
    if (path.target === to.entity && path.relations.length > 0 && path.relations.length <= 2) {
      const names = path.relations.map((name) => name);
      add(
        among({ path: path.relations, attribute: ID }, recordSet(to, own(ID)), negated),
        1.1 - path.relations.length * 0.1 + spoken(said, ...names),
      );
    }
  for (const path of model.paths(to.entity))
    if (path.target === from && path.relations.length > 0 && path.relations.length <= 2)
      add(
        { kind: 'nested', field: own(ID), operator: 'in', negated, set: recordSet(to, { path: path.relations, attribute: ID }) },
        1.05 - path.relations.length * 0.1 + spoken(said, ...path.relations),
      );
  for (const bridge of model.model.entities) {
    if (bridge.name === to.entity || bridge.name === from) continue;
    const here = bridge.relations.filter(({ target }) => target === from);
    const there = bridge.relations.filter(({ target }) => target === to.entity);
    const known = links.length;
    if (from !== to.entity) links.push(...farLinks(context, bridge.name, from, to, said, negated));
    for (const back of here)
      for (const onward of there) {
        if (back.name === onward.name) continue;
        const bonus = spoken(said, bridge.name, bridge.label, onward.label);
        // Records of one kind belong to one another only by a link that is spoken of.
        if (from === to.entity && (bonus === 0 || (links.length > known && spoken(said, onward.name) === 0))) continue;
        const narrow = bridge.attributes.length === 0 || bridge.relations.length >= 2 ? 0.85 : 0.7;
        const inner = among({ path: [onward.name], attribute: ID }, recordSet(to, own(ID)), false);
        const set: RecordSet = {
          entity: bridge.name,
          field: { path: [back.name], attribute: ID },
          function: null,
          filters: [inner],
          counted: null,
        };
        add({ kind: 'nested', field: own(ID), operator: 'in', negated, set }, narrow + bonus + spoken(said, onward.name) / 3);
      }
  }
  return links.toSorted((a, b) => b.score - a.score);
}

/** `shipments of goods` by depots: links of links, where what links leads to both, to one of them in two steps. */
function farLinks(context: Context, bridge: string, from: string, to: Records, said: readonly string[], negated: boolean): Link[] {
  const paths = context.model.paths(bridge);
  const ends = (target: string) =>
    paths.filter((path) => path.target === target && path.relations.length > 0 && path.relations.length <= 2);
  return ends(from).flatMap(({ relations: back }) =>
    ends(to.entity).flatMap(({ relations: onward }): Link[] => {
      if (back.length + onward.length !== 3 || back[0] === onward[0]) return [];
      const inner = among({ path: onward, attribute: ID }, recordSet(to, own(ID)), false);
      const set: RecordSet = { entity: bridge, field: { path: back, attribute: ID }, function: null, filters: [inner], counted: null };
      return [
        {
          filter: { kind: 'nested', field: own(ID), operator: 'in', negated, set },
          score: 0.6 + spoken(said, bridge, ...back, ...onward) / 2,
        },
      ];
    }),
  );
}

/** The records of another kind that are counted for a record: those that lead to it, themselves or by a table between. */
export function countedFor(
  context: Context,
  of: string,
  counted: string,
  said: readonly string[],
): { entity: string; relation: string[]; score: number } | null {
  const { model } = context;
  const direct = model.paths(counted).find((path) => path.target === of && path.relations.length === 1);
  if (direct !== undefined && counted !== of) return { entity: counted, relation: direct.relations, score: 1 };
  let best: { entity: string; relation: string[]; score: number } | null = null;
  for (const bridge of model.model.entities) {
    const here = bridge.relations.filter(({ target }) => target === of);
    const there = bridge.relations.filter(({ target }) => target === counted);
    for (const back of here)
      for (const onward of there) {
        if (back.name === onward.name) continue;
        const score = 0.85 + spoken(said, bridge.name, bridge.label);
        if (of === counted && score < 1) continue;
        if (best === null || score > best.score) best = { entity: bridge.name, relation: [back.name], score };
      }
  }
  return best;
}

/** A table that holds nothing but links between others. */
export const isLinkTable = (context: Context, entity: string): boolean => context.model.find(entity)?.attributes.length === 0;
