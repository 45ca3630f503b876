import type { FetchDataRewrite } from '@apollo/query-planner';
import { isEntity, type Entity } from './run.ts';
import type { TypeCondition } from './type-conditions.ts';

const FRAGMENT = '... on ';

/** Changes a value in place, as the planner wants it before or after a fetch. */
export type Rewrite = (value: unknown) => void;

/** The rewrites of a fetch as one function; null when there are none. */
export function compileRewrites(rewrites: readonly FetchDataRewrite[] | undefined, isOfType: TypeCondition): Rewrite | null {
  if (rewrites === undefined || rewrites.length === 0) return null;
  const compiled = rewrites.map((rewrite) => compileRewrite(rewrite, isOfType));
  return (value) => {
    for (const rewrite of compiled) rewrite(value);
  };
}

function compileRewrite(rewrite: FetchDataRewrite, isOfType: TypeCondition): Rewrite {
  const last = rewrite.path.at(-1);
  if (last === undefined) return () => undefined;
  const change =
    rewrite.kind === 'ValueSetter'
      ? (object: Entity) => void (object[last] = rewrite.setValueTo as unknown)
      : (object: Entity) => rename(object, last, rewrite.renameKeyTo);
  return rewrite.path.slice(0, -1).reduceRight<Rewrite>((then, element) => each(stepInto(element, then, isOfType)), each(change));
}

function stepInto(element: string, then: Rewrite, isOfType: TypeCondition): (object: Entity) => void {
  if (!element.startsWith(FRAGMENT)) return (object) => then(object[element]);
  const condition = element.slice(FRAGMENT.length);
  return (object) => {
    const { __typename: name } = object;
    if (typeof name !== 'string' || isOfType(name, condition)) then(object);
  };
}

function each(change: (object: Entity) => void): Rewrite {
  const apply: Rewrite = (value) => {
    if (Array.isArray(value)) value.forEach(apply);
    else if (isEntity(value)) change(value);
  };
  return apply;
}

/** The old key is gone afterwards, so that nothing takes it for a field of that name. */
function rename(object: Entity, from: string, to: string): void {
  if (from === to || object[from] === undefined) return;
  object[to] = object[from];
  object[from] = undefined;
}
