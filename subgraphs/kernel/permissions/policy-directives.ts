import { Kind, parse, type ConstDirectiveNode, type DocumentNode, type FieldDefinitionNode, type ObjectTypeDefinitionNode } from 'graphql';
import type { ActionTable } from './actions.ts';

/**
 * Says in a subgraph's contract what its fields need: `@policy(policies: [["connections.read"], …])`, any of the actions that cover the field.
 * This is the one directive we print; `@authenticated` would say less.
 *
 * Fields that several subgraphs answer (`@shareable`, keys, `@external`) carry none: composition asks for what all of them ask together, while
 * each of our tables only speaks of its own subgraph. Such a field is guarded by the one that leads to it, and by its subgraph's own check.
 */
export function withPolicies(document: DocumentNode, expanded: ActionTable): DocumentNode {
  const covering = new Map<string, string[]>();
  for (const [name, { covers }] of Object.entries(expanded))
    for (const coordinate of covers) covering.set(coordinate, [...(covering.get(coordinate) ?? []), name]);
  const policiesOf = (coordinate: string): ConstDirectiveNode | null => {
    const names = covering.get(coordinate) ?? [];
    return names.length === 0 || names.some((name) => expanded[name]?.audience.includes('PUBLIC')) ? null : policyDirective(names);
  };
  const definitions = document.definitions.map((definition) =>
    definition.kind === Kind.OBJECT_TYPE_DEFINITION ? withFieldPolicies(definition, policiesOf) : definition,
  );
  return { ...document, definitions };
}

function withFieldPolicies(
  type: ObjectTypeDefinitionNode,
  policiesOf: (coordinate: string) => ConstDirectiveNode | null,
): ObjectTypeDefinitionNode {
  const keys = new Set((type.directives ?? []).flatMap((directive) => (directive.name.value === 'key' ? fieldsOfKey(directive) : [])));
  const isShared = (field: FieldDefinitionNode): boolean =>
    keys.has(field.name.value) || carries(type, 'shareable') || carries(field, 'shareable') || carries(field, 'external');
  const fields = (type.fields ?? []).map((field) => {
    const policy = isShared(field) ? null : policiesOf(`${type.name.value}.${field.name.value}`);
    return policy === null ? field : { ...field, directives: [...(field.directives ?? []), policy] };
  });
  return { ...type, fields };
}

function carries({ directives = [] }: { directives?: readonly ConstDirectiveNode[] | undefined }, name: string): boolean {
  return directives.some((directive) => directive.name.value === name);
}

/** The fields of the type itself that a `@key` names. */
function fieldsOfKey(key: ConstDirectiveNode): string[] {
  const fields = key.arguments?.find(({ name }) => name.value === 'fields')?.value;
  if (fields?.kind !== Kind.STRING) return [];
  const [selection] = parse(`{ ${fields.value} }`, { noLocation: true }).definitions;
  if (selection?.kind !== Kind.OPERATION_DEFINITION) return [];
  return selection.selectionSet.selections.flatMap((each) => (each.kind === Kind.FIELD ? [each.name.value] : []));
}

function policyDirective(names: readonly string[]): ConstDirectiveNode {
  const alternatives = names.map((value) => ({ kind: Kind.LIST as const, values: [{ kind: Kind.STRING as const, value }] }));
  return {
    kind: Kind.DIRECTIVE,
    name: { kind: Kind.NAME, value: 'policy' },
    arguments: [{ kind: Kind.ARGUMENT, name: { kind: Kind.NAME, value: 'policies' }, value: { kind: Kind.LIST, values: alternatives } }],
  };
}
