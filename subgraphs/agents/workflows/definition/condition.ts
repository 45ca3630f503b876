import { isDeepStrictEqual } from 'node:util';
import { assertNever } from '../../../kernel/assert-never.ts';
import type { Json } from '../json.ts';
import type { Comparison, Condition } from './definition.ts';
import { render, TemplateFailure, type Lookup } from './render.ts';
import { parseReference } from './template.ts';

/** Whether a condition holds. Paths that lead nowhere are null here: a condition may ask about what was skipped. @throws TemplateFailure */
export function holds(condition: Condition, lookup: Lookup): boolean {
  if ('all' in condition) return condition.all.every((each) => holds(each, lookup));
  if ('any' in condition) return condition.any.some((each) => holds(each, lookup));
  if ('not' in condition) return !holds(condition.not, lookup);
  if ('exists' in condition) return (lookup(pathOf(condition.exists)) ?? null) !== null;
  const lenient: Lookup = (keys) => lookup(keys) ?? null;
  return compare(render(condition.left, lenient), condition.is, render(condition.right, lenient));
}

function compare(left: Json, is: Comparison, right: Json): boolean {
  switch (is) {
    case 'EQ':
      return isDeepStrictEqual(left, right);
    case 'NE':
      return !isDeepStrictEqual(left, right);
    case 'GT':
      return inOrder(right, left, false);
    case 'GTE':
      return inOrder(right, left, true);
    case 'LT':
      return inOrder(left, right, false);
    case 'LTE':
      return inOrder(left, right, true);
    case 'CONTAINS':
      return contains(left, right);
    case 'IN':
      return contains(right, left);
    default:
      return assertNever(is);
  }
}

/** Numbers by size, texts by their characters (so do dates as ISO texts). Anything else is in no order. */
function inOrder(low: Json, high: Json, orEqual: boolean): boolean {
  if (typeof low === 'number' && typeof high === 'number') return orEqual ? low <= high : low < high;
  if (typeof low === 'string' && typeof high === 'string') return orEqual ? low <= high : low < high;
  return false;
}

function contains(whole: Json, part: Json): boolean {
  if (typeof whole === 'string') return typeof part === 'string' && whole.includes(part);
  return Array.isArray(whole) && whole.some((each) => isDeepStrictEqual(each, part));
}

/** The path of an `exists`, with or without braces. @throws TemplateFailure */
export function pathOf(text: string): readonly (string | number)[] {
  const reference = parseReference(text.replace(/^\s*\{\{/u, '').replace(/\}\}\s*$/u, ''));
  if (reference === null) throw new TemplateFailure(`“${text}” is not a path.`);
  return reference.keys;
}
