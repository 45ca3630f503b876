/** A part of an OpenAPI document. */
export type Part = Readonly<Record<string, unknown>>;

const MAX_DEPTH = 24;

export const partOf = (value: unknown): Part | null =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Part) : null;
export const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);
export const textOf = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null);

/** A document with its references followed, as far as they lie within it; those to elsewhere are nothing. */
export class ApiDocument {
  readonly root: Part;

  constructor(root: Part) {
    this.root = root;
  }

  /** The part itself, or what it refers to. */
  follow(value: unknown): Part | null {
    let part = partOf(value);
    for (let depth = 0; part !== null && typeof part['$ref'] === 'string'; depth++) {
      if (depth > MAX_DEPTH) return null;
      part = partOf(this.#at(part['$ref']));
    }
    return part;
  }

  /** All parts of a list, or what they refer to. */
  followAll(value: unknown): Part[] {
    return listOf(value)
      .map((one) => this.follow(one))
      .filter((part) => part !== null);
  }

  /** A schema with all that it is made of as one: `allOf` together, the first of `oneOf` and `anyOf` that says something. */
  schema(value: unknown, depth = 0): Part | null {
    const part = this.follow(value);
    if (part === null || depth > MAX_DEPTH) return null;
    const inner = (list: unknown): Part[] =>
      listOf(list)
        .map((one) => this.schema(one, depth + 1))
        .filter((found) => found !== null);
    const choices = [...inner(part['oneOf']), ...inner(part['anyOf'])];
    const parts = [...inner(part['allOf']), ...choices.filter((one) => one['type'] !== 'null').slice(0, 1)]; // prettier-ignore
    if (parts.length === 0) return part;
    const properties = Object.assign({}, ...[...parts, part].map((one) => partOf(one['properties']) ?? {})) as Part;
    return { ...Object.assign({}, ...parts), ...part, ...(Object.keys(properties).length === 0 ? {} : { properties }) } as Part;
  }

  #at(reference: string): unknown {
    if (!reference.startsWith('#/')) return null;
    let value: unknown = this.root;
    for (const step of reference.slice(2).split('/')) {
      const name = decodeURIComponent(step).replaceAll('~1', '/').replaceAll('~0', '~');
      value = partOf(value) !== null && Object.hasOwn(value as object, name) ? (value as Part)[name] : null;
    }
    return value;
  }
}

/** The first of a schema's types that is not null (3.1 allows several). */
export function typeOf(schema: Part | null): string | null {
  const type = schema?.['type'];
  if (typeof type === 'string') return type;
  const named = listOf(type).find((one): one is string => typeof one === 'string' && one !== 'null');
  return named ?? (partOf(schema?.['properties']) === null ? null : 'object');
}
