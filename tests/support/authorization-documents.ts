import fc from 'fast-check';
import { INTERFACES, MEMBERS, OBJECTS } from './authorization-worlds.ts';

/** With `$on` true and `$off` false. */
const CONDITIONS = ['', '', '', ' @include(if: $on)', ' @skip(if: $off)', ' @include(if: $off)', ' @skip(if: $on)'] as const;
type Condition = (typeof CONDITIONS)[number];

/** Whether a field under this condition is asked for. */
export function isAsked(condition: Condition): boolean {
  return condition !== ' @include(if: $off)' && condition !== ' @skip(if: $on)';
}

/** A part of a selection. Fragments by name are among `FRAGMENTS`. */
export type Part =
  | { kind: 'FIELD'; field: string; key: string; inside: Part[] | null; condition: Condition }
  | { kind: 'ON'; type: string | null; inside: Part[] }
  | { kind: 'SPREAD'; name: string };

/** An operation: its selection, and the fragments it may spread. */
export interface Asking {
  root: Part[];
  fragments: Readonly<Record<string, { on: string; inside: Part[] }>>;
}

const MAX_DEPTH = 3;
const LEAVES = new Set(['String', 'Code', 'Level']);

/** The type behind lists and exclamation marks. */
export function named(type: string): string {
  return type.replaceAll(/[[\]!]/g, '');
}

/** The object types that a type stands for. */
export function membersOf(type: string): readonly string[] {
  return MEMBERS[type] ?? [type];
}

function fieldsOf(type: string): Readonly<Record<string, string>> {
  return OBJECTS[type] ?? INTERFACES[type] ?? {};
}

const overlapping = (type: string): string[] =>
  [...Object.keys(OBJECTS), ...Object.keys(MEMBERS)].filter(
    (other) => other !== 'Query' && membersOf(other).some((member) => membersOf(type).includes(member)),
  );

function selection(type: string, depth: number, spreads: Readonly<Record<string, string>>): fc.Arbitrary<Part[]> {
  const fields = Object.entries(fieldsOf(type)).filter(([, returns]) => depth > 0 || LEAVES.has(named(returns)));
  const field = (name: string, returns: string): fc.Arbitrary<Part> =>
    fc.record({
      kind: fc.constant('FIELD' as const),
      field: fc.constant(name),
      key: fc.constantFrom(name, `x_${name}`),
      condition: fc.constantFrom(...CONDITIONS),
      inside: LEAVES.has(named(returns)) ? fc.constant(null) : selection(named(returns), depth - 1, spreads),
    });
  const typename = fc.constantFrom<Part>({ kind: 'FIELD', field: '__typename', key: '__typename', inside: null, condition: '' });
  const options: fc.Arbitrary<Part>[] = [typename, ...fields.map(([name, returns]) => field(name, returns))];
  if (depth > 0 && type !== 'Query') {
    for (const on of overlapping(type))
      options.push(selection(on, depth - 1, spreads).map((inside) => ({ kind: 'ON' as const, type: on, inside })));
    options.push(selection(type, depth - 1, spreads).map((inside) => ({ kind: 'ON' as const, type: null, inside })));
  }
  for (const [name, on] of Object.entries(spreads))
    if (overlapping(type).includes(on)) options.push(fc.constant({ kind: 'SPREAD' as const, name }));
  return fc.array(fc.oneof(...options), { minLength: 1, maxLength: 3 });
}

/** An operation with two fragments, the first of which may spread the second. */
export const asking: fc.Arbitrary<Asking> = fc
  .tuple(fc.constantFrom('Near', 'Far', 'Any', 'A', 'B', 'C'), fc.constantFrom('Near', 'Far', 'Any', 'A', 'B', 'C'))
  .chain(([one, two]) =>
    fc.record({
      root: selection('Query', MAX_DEPTH, { One: one, Two: two }),
      fragments: fc.record({
        One: fc.record({ on: fc.constant(one), inside: selection(one, 2, { Two: two }) }),
        Two: fc.record({ on: fc.constant(two), inside: selection(two, 1, {}) }),
      }),
    }),
  );

/** The text of an operation; fragments it does not reach are left out. */
export function write({ root, fragments }: Asking): string {
  const reached = new Map<string, string>();
  const text = (parts: readonly Part[]): string => `{ ${parts.map((part) => textOf(part)).join(' ')} }`;
  const textOf = (part: Part): string => {
    if (part.kind === 'ON') return `...${part.type === null ? '' : ` on ${part.type}`} ${text(part.inside)}`;
    if (part.kind === 'FIELD') {
      const name = part.key === part.field ? part.field : `${part.key}: ${part.field}`;
      return `${name}${part.condition}${part.inside === null ? '' : ` ${text(part.inside)}`}`;
    }
    const fragment = fragments[part.name];
    if (fragment !== undefined) reached.set(part.name, `fragment ${part.name} on ${fragment.on} ${text(fragment.inside)}`);
    return `...${part.name}`;
  };
  const body = [text(root), ...reached.values()].join('\n');
  const variables = [body.includes('$on') ? '$on: Boolean! = true' : '', body.includes('$off') ? '$off: Boolean!' : ''].join(' ').trim();
  return `query Q${variables === '' ? '' : `(${variables})`} ${body}`;
}
