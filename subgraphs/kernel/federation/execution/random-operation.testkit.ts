import {
  getNamedType,
  isAbstractType,
  isCompositeType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isListType,
  isNonNullType,
  isObjectType,
  type GraphQLArgument,
  type GraphQLCompositeType,
  type GraphQLInputType,
  type GraphQLSchema,
} from 'graphql';
import type { Chance } from './random-schema.testkit.ts';

/** The variables that random operations declare; all may be used in any of them. */
const VARIABLES = '($yes: Boolean!, $no: Boolean = false, $int: Int, $string: String = "from a default")';
const VARIABLE_OF: Readonly<Record<string, string>> = { Int: '$int', String: '$string', Boolean: '$no' };
const MAX_DEPTH = 4;

/** What an operation is made of. */
interface Making {
  schema: GraphQLSchema;
  chance: Chance;
  /** Types that have a fragment called `On…`. */
  fragments: readonly GraphQLCompositeType[];
}

/** An operation over the schema, with every kind of selection; seldom one that is not valid. */
export function randomOperation(schema: GraphQLSchema, chance: Chance): string {
  const mutation = schema.getMutationType();
  const root = chance(6) === 0 && mutation != null ? mutation : schema.getQueryType();
  if (root == null) throw new Error('a schema has queries');
  const composite = Object.values(schema.getTypeMap()).filter(
    (type) => isCompositeType(type) && !type.name.startsWith('__') && !isRoot(type.name),
  );
  const fragments = Array.from({ length: 3 }, () => composite[chance(composite.length)]).filter(isCompositeType);
  const used = [...new Set(fragments)];
  const making = { schema, chance, fragments: used };
  const selection = selectionOf(making, root, 0);
  const definitions = used.map(
    (type) => `fragment On${type.name} on ${type.name} { ${selectionOf({ ...making, fragments: [] }, type, 3)} }`,
  );
  return `${root.name.toLowerCase()} Random${VARIABLES} { ${selection} } ${definitions.join(' ')}`;
}

const isRoot = (name: string): boolean => ['Query', 'Mutation', 'Subscription'].includes(name);

function selectionOf(making: Making, type: GraphQLCompositeType, depth: number): string {
  const { schema, chance, fragments } = making;
  const picked: string[] = ['__typename'];
  if (isObjectType(type) || isInterfaceType(type)) {
    for (const field of Object.values(type.getFields())) {
      if (chance(depth === 0 ? 3 : depth > 2 ? 4 : 2) !== 0) continue;
      const named = getNamedType(field.type);
      if (isCompositeType(named) && depth >= MAX_DEPTH) continue;
      const args = argumentsOf(field.args, chance);
      const below = isCompositeType(named) ? ` { ${selectionOf(making, named, depth + 1)} }` : '';
      // The alias goes with the arguments, so that equal names mean equal fields.
      picked.push(`${type.name}_${field.name}_${nameOf(args)}: ${field.name}${args}${conditionOf(chance)}${below}`);
    }
  }
  if (isAbstractType(type))
    for (const member of schema.getPossibleTypes(type))
      if (chance(2) === 0 && depth < MAX_DEPTH)
        picked.push(`... on ${member.name}${conditionOf(chance)} { ${selectionOf(making, member, depth + 1)} }`);
  for (const fragment of fragments) {
    const fits = fragment === type || (isAbstractType(type) && isObjectType(fragment) && schema.isSubType(type, fragment));
    if (fits) picked.push(`...On${fragment.name}${conditionOf(chance)} ...On${fragment.name}${conditionOf(chance)}`);
  }
  return picked.join(' ');
}

function argumentsOf(definitions: readonly GraphQLArgument[], chance: Chance): string {
  const given = definitions.flatMap(({ name, type }) =>
    isNonNullType(type) || chance(3) === 0 ? [`${name}: ${literalOf(type, chance, 0)}`] : [],
  );
  return given.length === 0 ? '' : `(${given.join(', ')})`;
}

function literalOf(type: GraphQLInputType, chance: Chance, depth: number): string {
  if (isNonNullType(type)) return literalOf(type.ofType, chance, depth).replace(/^(?:null|\$int)$/u, '7');
  const variable = VARIABLE_OF[getNamedType(type).name];
  if (variable !== undefined && !isListType(type) && chance(3) === 0) return variable;
  if (chance(12) === 0 && !(isListType(type) || isInputObjectType(type)))
    return isEnumType(type) ? (type.getValues()[0]?.name ?? 'null') : literal(type.name);
  if (isListType(type)) return `[${literalOf(type.ofType, chance, depth)}]`;
  if (isEnumType(type)) return type.getValues()[chance(type.getValues().length)]?.name ?? 'null';
  if (!isInputObjectType(type)) return literal(type.name);
  const fields = Object.values(type.getFields()).flatMap((field) =>
    isNonNullType(field.type) || (chance(2) === 0 && depth < 2) ? [`${field.name}: ${literalOf(field.type, chance, depth + 1)}`] : [],
  );
  return `{ ${fields.join(', ')} }`;
}

function literal(name: string): string {
  return { Int: '3', Float: '2.5', Boolean: 'true' }[name] ?? '"text"';
}

function nameOf(args: string): string {
  let value = 0;
  for (let index = 0; index < args.length; index++) value = (Math.imul(value, 31) + args.charCodeAt(index)) >>> 0;
  return value.toString(36);
}

function conditionOf(chance: Chance): string {
  return (
    ['', '', '', '', ' @include(if: $yes)', ' @skip(if: $no)', ' @skip(if: true)', ' @include(if: $no) @skip(if: false)'][chance(8)] ?? ''
  );
}
