import { MEMBERS, OBJECTS, type Asked, type Held, type World } from './authorization-worlds.ts';
import { isAsked, membersOf, named, type Asking, type Part } from './authorization-documents.ts';

/** The tests' own judge: it walks an operation once for every object type that could answer, and shares no line with the product. */
export class PlainJudge {
  private readonly world: World;
  private readonly asking: Asking;
  private readonly held: Held;
  /** Fields of the operation, by where they are written, that some answering type does not give away. */
  private readonly denied = new Map<string, { path: string[]; asked: boolean }>();

  constructor(world: World, asking: Asking, held: Held) {
    this.world = world;
    this.asking = asking;
    this.held = held;
    this.walk(asking.root, 'Query', '', [], true);
  }

  /** Where something is denied: paths in the reply, sorted, each once; all, or only those that the conditions leave in. */
  paths(of: 'ALL' | 'ASKED'): string[] {
    const open = [...this.denied].filter(([place]) => ![...this.denied.keys()].some((other) => place.startsWith(`${other}/`)));
    const told = open.filter(([, { asked }]) => asked || of === 'ALL');
    return [...new Set(told.map(([, { path }]) => path.join('.')))].toSorted();
  }

  /** Whether this type gives this field to whoever asks. */
  gives(type: string, field: string): boolean {
    const returns = named(OBJECTS[type]?.[field] ?? '');
    return [`${type}.${field}`, type, returns].every((coordinate) => meets(this.world.rules[coordinate], this.held));
  }

  /** The reply: what is denied is null, and of what is denied here and given there, what is asked for here only is. */
  reply(): unknown {
    return this.object('Query', [{ parts: this.asking.root, place: '', given: true }], '');
  }

  private walk(parts: readonly Part[], type: string, place: string, path: readonly string[], above: boolean): void {
    for (const [index, part] of parts.entries()) {
      const here = `${place}/${index}`;
      const inside = this.inside(part);
      if (part.kind !== 'FIELD') {
        if (inside !== null && inside.on.includes(type)) this.walk(inside.parts, type, here, path, above);
        continue;
      }
      if (part.field === '__typename') continue;
      const returns = OBJECTS[type]?.[part.field] ?? '';
      const asked = above && isAsked(part.condition);
      if (!this.gives(type, part.field)) this.denied.set(here, { path: [...path, part.key], asked });
      const marks = Array.from(returns.matchAll(/\[/g), () => '@');
      for (const member of membersOf(named(returns))) this.walk(part.inside ?? [], member, here, [...path, part.key, ...marks], asked);
    }
  }

  private inside(part: Part): { on: readonly string[]; parts: readonly Part[] } | null {
    if (part.kind === 'FIELD') return null;
    if (part.kind === 'ON') return { on: part.type === null ? Object.keys(OBJECTS) : membersOf(part.type), parts: part.inside };
    const fragment = this.asking.fragments[part.name];
    return fragment === undefined ? null : { on: membersOf(fragment.on), parts: fragment.inside };
  }

  private object(type: string, sets: readonly Selected[], at: string): unknown {
    const fields = new Map<string, { field: string; sets: Selected[] }>();
    const collect = (parts: readonly Part[], place: string, given: boolean): void => {
      for (const [index, part] of parts.entries()) {
        const here = `${place}/${index}`;
        const inside = this.inside(part);
        if (part.kind !== 'FIELD') {
          if (inside !== null && inside.on.includes(type)) collect(inside.parts, here, given);
          continue;
        }
        if (!isAsked(part.condition)) continue;
        const known = fields.get(part.key) ?? { field: part.field, sets: [] };
        known.sets.push({ parts: part.inside ?? [], place: here, given: given && !this.denied.has(here) });
        fields.set(part.key, known);
      }
    };
    for (const { parts, place, given } of sets) collect(parts, place, given);
    return Object.fromEntries(
      [...fields].map(([key, { field, sets: below }]) => {
        if (field === '__typename') return [key, type];
        if (below.every(({ given }) => !given)) return [key, null];
        return [key, this.complete(valueOf(type, field, `${at}/${key}`), below, `${at}/${key}`)];
      }),
    );
  }

  private complete(value: unknown, sets: readonly Selected[], at: string): unknown {
    if (Array.isArray(value)) return value.map((each, index) => this.complete(each, sets, `${at}/${index}`));
    if (typeof value === 'object' && value !== null && '__typename' in value) return this.object(String(value.__typename), sets, at);
    return value;
  }
}

/** A selection where it is written, and whether it may be asked for there. */
interface Selected {
  parts: readonly Part[];
  place: string;
  given: boolean;
}

/** What a field of an object type holds at a place of the reply: texts name the field they come from, objects only their type. */
export function valueOf(type: string, field: string, at: string): unknown {
  const fill = (returns: string, where: string): unknown => {
    if (returns.endsWith('!')) return fill(returns.slice(0, -1), where);
    if (returns.startsWith('[')) return [0, 1].map((index) => fill(returns.slice(1, -1), `${where}/${index}`));
    if (returns === 'Level') return 'HIGH';
    if (returns in OBJECTS || returns in MEMBERS) {
      const members = membersOf(returns);
      const sum = Array.from(where).reduce((total, letter) => (total * 31 + letter.charCodeAt(0)) % 65_521, 7);
      return { __typename: members[sum % members.length] };
    }
    return `${type}.${field}`;
  };
  return fill(OBJECTS[type]?.[field] ?? '', at);
}

function meets(rule: Asked | undefined, { authenticated, scopes, policies }: Held): boolean {
  if (rule === undefined) return true;
  const holds = (alternatives: readonly (readonly string[])[] | null, of: readonly string[]): boolean =>
    alternatives === null || alternatives.some((all) => all.every((one) => of.includes(one)));
  return (authenticated || !rule.authenticated) && holds(rule.scopes, scopes) && holds(rule.policies, policies);
}
