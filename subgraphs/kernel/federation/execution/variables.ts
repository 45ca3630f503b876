import {
  GraphQLScalarType,
  getVariableValues,
  isListType,
  isNonNullType,
  isScalarType,
  typeFromAST,
  type GraphQLError,
  type GraphQLSchema,
  type VariableDefinitionNode,
} from 'graphql';

const MAX_COERCION_ERRORS = 50;
/** What a scalar parses with that says nothing about parsing, such as `_Any`: every value is one. */
const anyValue = new GraphQLScalarType({ name: 'Any' }).parseValue;

type Values = Record<string, unknown>;

/** Coerces what a caller gave, as graphql-js does. Lists of anything, which representations of entities are, are not gone through item by item. */
export function compileVariables(
  schema: GraphQLSchema,
  definitions: readonly VariableDefinitionNode[],
): (given: Readonly<Values>) => { coerced: Values; errors?: never } | { coerced?: never; errors: readonly GraphQLError[] } {
  const anything = definitions.filter((definition) => isListOfAnything(schema, definition)).map(({ variable }) => variable.name.value);
  const others = definitions.filter(({ variable }) => !anything.includes(variable.name.value));
  const options = { maxErrors: MAX_COERCION_ERRORS };
  return (given) => {
    const fits = anything.every((name) => isFilledList(given[name]));
    const result = getVariableValues(schema, fits ? others : definitions, given, options);
    if (result.errors !== undefined) return { errors: result.errors };
    if (fits) for (const name of anything) result.coerced[name] = given[name];
    return { coerced: result.coerced };
  };
}

function isListOfAnything(schema: GraphQLSchema, { type: node }: VariableDefinitionNode): boolean {
  const type = typeFromAST(schema, node as never) as unknown;
  if (!isNonNullType(type) || !isListType(type.ofType) || !isNonNullType(type.ofType.ofType)) return false;
  const item: unknown = type.ofType.ofType.ofType;
  return isScalarType(item) && item.parseValue === anyValue;
}

function isFilledList(value: unknown): boolean {
  return Array.isArray(value) && value.every((item) => item !== null && item !== undefined);
}
