import type { FetchDataKeyRenamer } from '@apollo/query-planner';
import { Batch } from './batch.ts';
import { fetchBatch, type EntityFetch } from './entity-fetch.ts';
import { isOneOf, type Segment } from './path.ts';
import { isEntity, type Entity, type Run, type Step } from './run.ts';
import type { TypeCondition } from './type-conditions.ts';
import { whenAll } from './order.ts';

const UP = '..';
const FRAGMENT = '... on ';

/** An argument of a field whose value an ancestor has: so many fields up, then down this path. */
interface ContextValue {
  variable: string;
  up: number;
  path: readonly string[];
}

/** A fetch of entities with arguments that come from what they hang under: those with equal arguments are asked for together. */
export function compileContextFetch(fetch: EntityFetch, rewrites: readonly FetchDataKeyRenamer[], isOfType: TypeCondition): Step {
  const values = rewrites.map(({ path, renameKeyTo }): ContextValue => {
    const up = path.filter((element) => element === UP).length;
    return { variable: renameKeyTo, up, path: path.slice(up) };
  });
  const { types = null } = fetch.segments.at(-1) ?? {};
  return (run) => {
    const groups = new Map<string, { batch: Batch; variables: Entity }>();
    walk(run, fetch.segments, (holder, key, chain) => {
      const object = chain.at(-1);
      if (object === undefined || !isOneOf(object, types)) return;
      const variables = variablesFor(chain, values, isOfType);
      const text = JSON.stringify(variables);
      const group = groups.get(text) ?? { batch: new Batch(fetch, run), variables };
      groups.set(text, group);
      group.batch.add(object, holder, key);
    });
    return whenAll([...groups.values()].flatMap(({ batch, variables }) => fetchBatch(run, fetch, batch, variables) ?? []));
  };
}

type Visit = (holder: Entity | unknown[], key: string | number, chain: readonly Entity[]) => void;

/** Visits the objects at the end of the segments, each with the objects on the way to it, the root first. */
function walk(run: Run, segments: readonly Segment[], visit: Visit): void {
  const down = (holder: Entity | unknown[], key: string | number, value: unknown, lists: number, chain: readonly Entity[]): void => {
    if (Array.isArray(value) && lists > 0) value.forEach((each, index) => down(value, index, each, lists - 1, chain));
    if (lists > 0 || !isEntity(value)) return;
    const further = [...chain, value];
    const segment = segments[chain.length];
    if (segment === undefined) visit(holder, key, further);
    else down(value, segment.key, value[segment.key], segment.lists, further);
  };
  down(run.data, '', run.data, 0, []);
}

function variablesFor(chain: readonly Entity[], values: readonly ContextValue[], isOfType: TypeCondition): Entity {
  const variables: Entity = {};
  for (const { variable, up, path } of values) {
    if (variables[variable] !== undefined) continue;
    const value = valueAt(chain.at(-1 - up), path, isOfType);
    if (value !== undefined) variables[variable] = value;
  }
  return variables;
}

/** Undefined where the ancestor is of another type than the path is for. */
function valueAt(from: unknown, path: readonly string[], isOfType: TypeCondition): unknown {
  const [element, ...further] = path;
  if (element === undefined || from === null) return from;
  if (Array.isArray(from)) return from.map((each: unknown) => valueAt(each, path, isOfType));
  if (!isEntity(from)) return undefined;
  if (!element.startsWith(FRAGMENT)) return valueAt(from[element], further, isOfType);
  const { __typename: name } = from;
  return typeof name !== 'string' || isOfType(name, element.slice(FRAGMENT.length)) ? valueAt(from, further, isOfType) : undefined;
}
