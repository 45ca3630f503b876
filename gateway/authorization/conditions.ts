import { Kind, type DirectiveNode, type OperationDefinitionNode, type ValueNode } from 'graphql';

/** What `@skip` or `@include` hang on: whether something is asked for at all. */
export interface Condition {
  given: ValueNode;
  wanted: boolean;
}

type Variables = Readonly<Record<string, unknown>>;

const NONE: readonly Condition[] = [];

/** The conditions on a field or fragment. */
export function conditionsOf(directives: readonly DirectiveNode[] = []): readonly Condition[] {
  if (directives.length === 0) return NONE;
  return directives.flatMap(({ name, arguments: given = [] }) => {
    if (name.value !== 'skip' && name.value !== 'include') return [];
    return given.map(({ value }) => ({ given: value, wanted: name.value === 'include' }));
  });
}

/** Whether all the conditions hold, with an operation's variables as they were sent. */
export function holdAll(
  conditions: readonly Condition[],
  { variableDefinitions = [] }: OperationDefinitionNode,
  variables: Variables,
): boolean {
  const valueOf = (node: ValueNode): unknown => {
    if (node.kind !== Kind.VARIABLE) return node.kind === Kind.BOOLEAN && node.value;
    const { value: name } = node.name;
    if (variables[name] !== undefined) return variables[name];
    const definition = variableDefinitions.find(({ variable }) => variable.name.value === name);
    return definition?.defaultValue === undefined ? undefined : valueOf(definition.defaultValue);
  };
  return conditions.every(({ given, wanted }) => (valueOf(given) === true) === wanted);
}
