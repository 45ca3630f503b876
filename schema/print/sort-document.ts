import { Kind, parse, print, type DefinitionNode, type NameNode } from 'graphql';

type Named = { readonly name: NameNode };

/**
 * The same SDL in one order that depends on names only: types, fields, arguments and members by name, enum values as declared (their
 * order may mean something). Classes load in any order, the printed contract stays.
 */
export function sortDocument(sdl: string): string {
  const { definitions } = parse(sdl, { noLocation: true });
  const sorted = definitions.map(sortDefinition).toSorted((a, b) => compare(rank(a), rank(b)) || compare(nameOf(a), nameOf(b)));
  return `${print({ kind: Kind.DOCUMENT, definitions: sorted })}\n`;
}

function sortDefinition(definition: DefinitionNode): DefinitionNode {
  switch (definition.kind) {
    case Kind.OBJECT_TYPE_DEFINITION:
    case Kind.INTERFACE_TYPE_DEFINITION:
      return {
        ...definition,
        interfaces: byName(definition.interfaces ?? []),
        fields: byName(definition.fields ?? []).map((field) => ({ ...field, arguments: byName(field.arguments ?? []) })),
      };
    case Kind.INPUT_OBJECT_TYPE_DEFINITION:
      return { ...definition, fields: byName(definition.fields ?? []) };
    case Kind.UNION_TYPE_DEFINITION:
      return { ...definition, types: byName(definition.types ?? []) };
    case Kind.DIRECTIVE_DEFINITION:
      return { ...definition, arguments: byName(definition.arguments ?? []), locations: byValue(definition.locations) };
    default:
      return definition;
  }
}

function byName<Node extends Named | { readonly name: NameNode }>(nodes: readonly Node[]): Node[] {
  return nodes.toSorted((a, b) => compare(a.name.value, b.name.value));
}

function byValue(nodes: readonly NameNode[]): NameNode[] {
  return nodes.toSorted((a, b) => compare(a.value, b.value));
}

/** Links first, then the root types, then everything else. */
function rank(definition: DefinitionNode): string {
  if (definition.kind === Kind.SCHEMA_EXTENSION || definition.kind === Kind.SCHEMA_DEFINITION) return '0';
  const root = ['Query', 'Mutation', 'Subscription'].indexOf(nameOf(definition));
  return root === -1 ? '2' : `1${root}`;
}

function nameOf(definition: DefinitionNode): string {
  return 'name' in definition && definition.name !== undefined ? definition.name.value : '';
}

/** By code unit: the same on every machine, whatever its language. */
function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
