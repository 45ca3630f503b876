import { Kind, OperationTypeNode, executeSync, type FieldNode, type GraphQLSchema } from 'graphql';
import type { Operation } from '../planning/planned-document.ts';
import { collectFields, type Selecting } from './collect-fields.ts';

const FIELDS = new Set(['__schema', '__type']);

/** Answers `__schema` and `__type` of an operation: JSON text by response name. */
export type Introspection = (variables: Readonly<Record<string, unknown>>) => Readonly<Record<string, string>>;

const NOTHING: Readonly<Record<string, string>> = {};

/** The introspection of an operation, answered by the API schema; null when it asks for none. */
export function compileIntrospection({ definition, fragments }: Operation, selecting: Selecting): Introspection | null {
  const root = selecting.schema.getQueryType();
  if (definition.operation !== OperationTypeNode.QUERY || root == null) return null;
  const fields = [...collectFields(root, [definition.selectionSet], selecting, null).values()].flat();
  const asked = fields.filter(({ name }) => FIELDS.has(name.value));
  if (asked.length === 0) return null;
  const answer: Introspection = (variables) => introspect(selecting.schema, asked, { definition, fragments }, variables);
  if ((definition.variableDefinitions ?? []).length > 0) return answer;
  // The schema stays as it is for as long as this is kept: what depends on nothing else is worked out once.
  let known: ReturnType<Introspection> | null = null;
  return (variables) => (known ??= answer(variables));
}

function introspect(
  schema: GraphQLSchema,
  selections: readonly FieldNode[],
  { definition, fragments }: Operation,
  variableValues: Readonly<Record<string, unknown>>,
): Readonly<Record<string, string>> {
  const operation = { ...definition, selectionSet: { kind: Kind.SELECTION_SET, selections } } as const;
  const { data } = executeSync({
    schema,
    document: { kind: Kind.DOCUMENT, definitions: [operation, ...fragments.values()] },
    variableValues,
  });
  if (data == null) return NOTHING;
  return Object.fromEntries(Object.entries(data).map(([name, value]) => [name, JSON.stringify(value)]));
}
