import {
  getNamedType,
  isAbstractType,
  isCompositeType,
  isInterfaceType,
  isObjectType,
  type GraphQLNamedType,
  type GraphQLSchema,
} from 'graphql';
import type { Chance } from './random-schema.testkit.ts';

const VARIABLES = '($yes: Boolean!, $no: Boolean = false, $n: Int, $shape: Shape, $name: String = "from a default")';

/** A valid operation over the schema, with every kind of selection. */
export function randomOperation(schema: GraphQLSchema, chance: Chance): string {
  const kind = chance(6) === 0 ? 'mutation' : 'query';
  const root = kind === 'query' ? schema.getQueryType() : schema.getMutationType();
  const fragments = ['User', 'Item', 'Node'].map(
    (type) => `fragment On${type} on ${type} { ${selectionOf(schema, schema.getType(type), chance, 3, '')} }`,
  );
  return `${kind} Random${VARIABLES} { ${selectionOf(schema, root, chance, 0)} } ${fragments.join(' ')}`;
}

function selectionOf(of: GraphQLSchema, type: GraphQLNamedType | null | undefined, chance: Chance, depth: number, spreads = 'x'): string {
  const picked: string[] = ['__typename'];
  if (isObjectType(type) || isInterfaceType(type)) {
    for (const field of Object.values(type.getFields())) {
      if (chance(depth > 2 ? 4 : 2) !== 0) continue;
      const named = getNamedType(field.type);
      if (isCompositeType(named) && depth > 4) continue;
      const args = argumentsOf(type.name, field.name, chance);
      // The alias goes with the arguments, so that equal names mean equal fields.
      const alias =
        chance(3) === 0 || args !== '' ? `${type.name.toLowerCase()}_${field.name}_${args.length}: ` : `${type.name}_${field.name}: `;
      const below = isCompositeType(named) ? ` { ${selectionOf(of, named, chance, depth + 1, spreads)} }` : '';
      picked.push(`${alias}${field.name}${args}${conditionOf(chance)}${below}`);
    }
  }
  if (isAbstractType(type))
    for (const member of of.getPossibleTypes(type))
      if (chance(2) === 0)
        picked.push(`... on ${member.name}${conditionOf(chance)} { ${selectionOf(of, member, chance, depth + 1, spreads)} }`);
  if (spreads !== '' && isCompositeType(type) && chance(3) === 0)
    for (const name of ['User', 'Item', 'Node']) {
      const other = of.getType(name);
      const fits =
        other === type ||
        (isAbstractType(type) && isObjectType(other) && of.isSubType(type, other)) ||
        (isInterfaceType(other) && isObjectType(type) && of.isSubType(other, type));
      if (fits) picked.push(`...On${name}${conditionOf(chance)} ...On${name}${conditionOf(chance)}`);
    }
  return picked.join(' ');
}

function argumentsOf(type: string, field: string, chance: Chance): string {
  const choices: Readonly<Record<string, readonly string[]>> = {
    label: ['', '(prefix: "q")', '(prefix: $name)'],
    users: ['', '(first: 3)'],
    three: ['(n: 1)'],
    shaped:
      type === 'Query'
        ? ['(shape: { name: "a" })', '(shape: { name: $name, size: $n, inner: [{ name: "b", size: null }] })']
        : ['', '(n: $n)', '(shape: $shape, n: 1)'],
  };
  const of = choices[field] ?? [''];
  return of[chance(of.length)] ?? '';
}

function conditionOf(chance: Chance): string {
  return (
    ['', '', '', '', ' @include(if: $yes)', ' @skip(if: $no)', ' @skip(if: true)', ' @include(if: $no) @skip(if: false)'][chance(8)] ?? ''
  );
}
