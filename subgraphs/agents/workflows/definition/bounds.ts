import { pathText, type DefinitionProblem } from './problems.ts';

/** Longest text of a definition, in characters. */
export const MAX_TEXT = 1_000_000;
/** Values within a definition, lists and objects included. */
const MAX_VALUES = 50_000;
/** How deep lists and objects may stand within one another; a definition with the deepest steps needs about half of it. */
const MAX_NESTING = 64;
/** Would reach into what objects are made of. */
const FORBIDDEN_KEYS = new Set(['__proto__', 'constructor', 'prototype']);

interface Visit {
  value: object;
  path: readonly PropertyKey[];
}

/** What makes a document too big to look into. Goes without recursion, so that nothing that is sent can overflow the stack. */
export function outOfBounds(document: unknown): DefinitionProblem | null {
  if (typeof document !== 'object' || document === null) return null;
  const visits: Visit[] = [{ value: document, path: [] }];
  let values = 1;
  for (let visit = visits.pop(); visit !== undefined; visit = visits.pop()) {
    const { value, path } = visit;
    if (path.length >= MAX_NESTING)
      return { path: pathText(path.slice(0, 8)), code: 'TOO_DEEP', message: `Nothing may stand deeper than ${MAX_NESTING} levels.` };
    for (const [key, inner] of Object.entries(value)) {
      values += 1;
      if (values > MAX_VALUES) return { path: '', code: 'TOO_LARGE', message: `A definition has at most ${MAX_VALUES} values.` };
      const at = [...path, Array.isArray(value) ? Number(key) : key];
      if (FORBIDDEN_KEYS.has(key)) return { path: pathText(at), code: 'UNKNOWN_KEY', message: `“${key}” cannot be a name.` };
      if (typeof inner === 'object' && inner !== null) visits.push({ value: inner, path: at });
    }
  }
  return null;
}
