import type { ModelAttribute } from '../../../schema/events/semantic-model.ts';
import { isDimension, isNumeric, isTemporal } from '../model/model-index.ts';
import type { FieldRef, Grain } from '../plan/query-plan.ts';
import type { Context } from './context.ts';
import type { Thing, ValueMeaning } from './node.ts';

/** A field as reached from a base entity; the higher the score, the likelier it is the one meant. */
export interface Reached {
  field: FieldRef;
  score: number;
  label: string;
  entity: string | null;
  grain: Grain | null;
  attribute: ModelAttribute | null;
  why: string;
}

const MATCH = { label: 0, synonym: -0.05, partial: -0.25 };
/** A relation most of whose values lead nowhere is read by what the source wrote. */
const UNRESOLVED_SHARE = 0.5;
const HOP_COST = 0.3;

/** Every shortest way from `base` to `target`; several of equal length are all kept. */
export function shortestPaths(context: Context, base: string, target: string): string[][] {
  const paths = context.model.paths(base).filter((path) => path.target === target);
  const shortest = Math.min(...paths.map((path) => path.relations.length));
  return paths.filter((path) => path.relations.length === shortest).map((path) => path.relations);
}

function pathLabel(context: Context, base: string, path: string[]): string {
  let at = base;
  const labels = path.map((step) => {
    const relation = context.model.relation(at, step);
    at = relation?.target ?? at;
    return relation?.label ?? step;
  });
  return labels.at(-1) ?? '';
}

function reachAttribute(context: Context, base: string, thing: Extract<Thing, { kind: 'attribute' }>): Reached[] {
  const attribute = context.model.attribute(thing.entity, thing.attribute);
  if (attribute === null) return [];
  const owner = context.model.entity(thing.entity);
  return shortestPaths(context, base, thing.entity).map((path) => {
    const isTitle = owner.titleAttribute === thing.attribute && path.length > 0;
    const label =
      path.length > 0 && /^(?:name|label|title|id)$/i.test(attribute.label)
        ? `${pathLabel(context, base, path)} ${attribute.label.toLowerCase()}`
        : attribute.label;
    return {
      field: { path, attribute: isTitle ? 'id' : thing.attribute },
      score: MATCH[thing.match] - path.length * HOP_COST - (attribute.semantic === 'IDENTIFIER' ? 0.04 : 0),
      label,
      entity: isTitle ? thing.entity : null,
      grain: isTemporal(attribute) ? 'day' : null,
      attribute,
      why: thing.match,
    };
  });
}

function reachRelation(context: Context, base: string, thing: Extract<Thing, { kind: 'relation' }>): Reached[] {
  const relation = context.model.relation(thing.entity, thing.relation);
  if (relation === null) return [];
  const unresolved = context.profile.entities[thing.entity]?.unresolved[thing.relation] ?? 0;
  return shortestPaths(context, base, thing.entity).map((path) => {
    const score = MATCH[thing.match] + 0.05 - path.length * HOP_COST;
    if (unresolved > UNRESOLVED_SHARE)
      return {
        field: { path, attribute: `~${relation.name}` },
        score,
        label: relation.label,
        entity: null,
        grain: null,
        attribute: context.model.attribute(thing.entity, `~${relation.name}`),
        why: thing.match,
      };
    return {
      field: { path: [...path, relation.name], attribute: 'id' },
      score,
      label: relation.label,
      entity: relation.target,
      grain: null,
      attribute: null,
      why: thing.match,
    };
  });
}

/** Nobody groups by a quantity who could group by a thing of that name. */
function measuredLast(reached: Reached): Reached {
  return ['QUANTITY', 'AMOUNT', 'PRICE'].includes(reached.attribute?.semantic ?? '') ? { ...reached, score: reached.score - 0.6 } : reached;
}

/** The ways a thing named in the question can group records of `base`, likeliest first. */
export function reachDimension(context: Context, base: string, things: Thing[]): Reached[] {
  const found = things.flatMap((thing): Reached[] => {
    if (thing.kind === 'metric') return [];
    if (thing.kind === 'relation') return reachRelation(context, base, thing);
    if (thing.kind === 'attribute')
      return reachAttribute(context, base, thing)
        .filter((reached) => reached.attribute !== null && isDimension(reached.attribute))
        .map(measuredLast);
    const label = context.model.entity(thing.entity).label;
    return shortestPaths(context, base, thing.entity).map((path) => ({
      field: { path, attribute: 'id' },
      score: MATCH[thing.match] - path.length * HOP_COST,
      label: path.length === 0 ? label : label,
      entity: thing.entity,
      grain: null,
      attribute: null,
      why: thing.match,
    }));
  });
  return dedupe(found);
}

/** The ways a number named in the question is an attribute of records of `base` or of what they belong to. */
export function reachNumber(context: Context, base: string, things: Thing[]): Reached[] {
  const found = things.flatMap((thing) => (thing.kind === 'attribute' ? reachAttribute(context, base, thing) : []));
  return dedupe(found.filter((reached) => reached.attribute !== null && isNumeric(reached.attribute)));
}

/** The ways any attribute named can be read on records of `base`. */
export function reachAny(context: Context, base: string, things: Thing[]): Reached[] {
  return dedupe(things.flatMap((thing) => (thing.kind === 'attribute' ? reachAttribute(context, base, thing) : [])));
}

/** The ways a value of the data can restrict records of `base`. */
export function reachValue(context: Context, base: string, value: ValueMeaning): Reached[] {
  const attribute = context.model.attribute(value.entity, value.attribute);
  if (attribute === null) return [];
  const derived = ['outcome', 'state', 'settlement'].includes(attribute.canonical ?? '') ? 0.05 : 0;
  const category = ['CATEGORY', 'STATUS', 'PLACE', 'FLAG'].includes(attribute.semantic)
    ? 0.1
    : attribute.semantic === 'IDENTIFIER' || attribute.semantic === 'TEXT'
      ? -0.3
      : 0;
  return shortestPaths(context, base, value.entity).map((path) => ({
    field: { path, attribute: value.attribute },
    score: MATCH[value.match] * 1.2 + category + derived - path.length * HOP_COST,
    label:
      path.length > 1 || (path.length > 0 && /^(?:name|label|title|id)$/i.test(attribute.label))
        ? `${pathLabel(context, base, path)} ${attribute.label.toLowerCase()}`
        : attribute.label,
    entity: null,
    grain: null,
    attribute,
    why: value.match,
  }));
}

function dedupe(found: Reached[]): Reached[] {
  const best = new Map<string, Reached>();
  for (const each of found.toSorted((a, b) => b.score - a.score)) {
    const key = JSON.stringify(each.field);
    if (!best.has(key)) best.set(key, each);
  }
  return [...best.values()];
}
