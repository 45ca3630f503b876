import type { Json } from '../json.ts';
import { parseTemplate, type Reference } from './template.ts';

/** Characters and values that one rendering may come to. */
const MAX_RENDERED = 1_000_000;

/** A template cannot be filled in. */
export class TemplateFailure extends Error {
  override readonly name = 'TemplateFailure';
}

/** Where paths lead. undefined: nowhere. */
export type Lookup = (keys: readonly (string | number)[]) => Json | undefined;

/** Fills in every template within a value. @throws TemplateFailure where a path leads nowhere, or when it gets too large */
export function render(template: Json, lookup: Lookup): Json {
  return new Rendering(lookup).value(template);
}

/** The same for a text; what is not a text is written as JSON. @throws TemplateFailure */
export function renderText(template: string, lookup: Lookup): string {
  return asText(render(template, lookup));
}

/** Goes into a value by its own properties only. Lists and texts have a `length`. */
export function dig(value: Json | undefined, keys: readonly (string | number)[]): Json | undefined {
  let at = value;
  for (const key of keys) {
    if (key === 'length' && (Array.isArray(at) || typeof at === 'string')) at = at.length;
    else if (typeof at !== 'object' || at === null || !Object.hasOwn(at, key)) return undefined;
    else at = (at as Readonly<Record<string, Json>>)[key];
  }
  return at;
}

class Rendering {
  private size = 0;
  private readonly lookup: Lookup;

  constructor(lookup: Lookup) {
    this.lookup = lookup;
  }

  value(template: Json): Json {
    this.grow(1);
    if (typeof template === 'string') return this.text(template);
    if (typeof template !== 'object' || template === null) return template;
    if (Array.isArray(template)) return template.map((each: Json) => this.value(each));
    return Object.fromEntries(Object.entries(template).map(([key, each]) => [key, this.value(each)]));
  }

  private text(template: string): Json {
    if (!template.includes('{{')) return this.grow(template.length, template);
    const { parts, malformed } = parseTemplate(template);
    if (malformed !== null) throw new TemplateFailure(`“${malformed}” is not a path.`);
    const [only] = parts;
    if (parts.length === 1 && only?.kind === 'REFERENCE') return this.found(only.reference);
    return parts
      .map((part) => (part.kind === 'TEXT' ? this.grow(part.text.length, part.text) : asText(this.found(part.reference))))
      .join('');
  }

  private found({ keys, optional }: Reference): Json {
    const value = this.lookup(keys);
    if (value === undefined && !optional) throw new TemplateFailure(`There is nothing at “${keys.join('.')}”.`);
    if (value === undefined) return null;
    this.weigh(value);
    return value;
  }

  /** What is looked up is shared and not copied, but counts as often as it stands there: lists of lists of the same would grow without end. */
  private weigh(value: Json): void {
    const left: Json[] = [value];
    for (let next = left.pop(); next !== undefined; next = left.pop()) {
      this.grow(typeof next === 'string' ? next.length + 1 : 1);
      if (typeof next === 'object' && next !== null) for (const inner of Object.values(next)) left.push(inner);
    }
  }

  private grow<T>(by: number, then?: T): T {
    this.size += by;
    if (this.size > MAX_RENDERED) throw new TemplateFailure(`It comes to more than ${MAX_RENDERED} characters.`);
    return then as T;
  }
}

function asText(value: Json): string {
  if (typeof value === 'string') return value;
  return value === null ? '' : JSON.stringify(value);
}
