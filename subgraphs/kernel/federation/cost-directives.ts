import {
  Kind,
  parse,
  print,
  type ConstDirectiveNode,
  type DocumentNode,
  type FieldDefinitionNode,
  type ObjectTypeDefinitionNode,
  type TypeNode,
} from 'graphql';

/** What a subgraph's link imports for demand control. */
export const COST_IMPORTS: readonly string[] = ['@cost', '@listSize'];

const SIZE_ARGUMENT = 'first';
/** Lists of a connection: each as long as its page. */
const PAGED_FIELDS = ['edges', 'nodes'];

/**
 * The same SDL, saying of every paged field how long its lists will be: `first` says it. Fields that say something of themselves are left as they are.
 * @throws GraphQLError when the text is no SDL
 */
export function withListSizes(sdl: string): string {
  const document = parse(sdl, { noLocation: true });
  const connections = connectionFields(document);
  const definitions = document.definitions.map((definition) =>
    definition.kind === Kind.OBJECT_TYPE_DEFINITION || definition.kind === Kind.OBJECT_TYPE_EXTENSION
      ? { ...definition, fields: definition.fields?.map((field) => sized(field, connections)) ?? [] }
      : definition,
  );
  return `${print({ kind: Kind.DOCUMENT, definitions })}\n`;
}

function sized(field: FieldDefinitionNode, connections: ReadonlyMap<string, readonly string[]>): FieldDefinitionNode {
  const directives = field.directives ?? [];
  if (directives.some(({ name }) => name.value === 'listSize')) return field;
  if (field.arguments?.every(({ name }) => name.value !== SIZE_ARGUMENT) !== false) return field;
  const sizedFields = connections.get(namedType(field.type)) ?? [];
  if (sizedFields.length === 0 && !isList(field.type)) return field;
  return { ...field, directives: [...directives, listSizeDirective(sizedFields)] };
}

/** The paged lists of each connection type, by its name. */
function connectionFields({ definitions }: DocumentNode): Map<string, readonly string[]> {
  const objects = definitions.filter(
    (definition): definition is ObjectTypeDefinitionNode => definition.kind === Kind.OBJECT_TYPE_DEFINITION,
  );
  const paged = objects.map(({ name, fields = [] }) => {
    const lists = fields.filter((field) => PAGED_FIELDS.includes(field.name.value) && isList(field.type));
    const isConnection = fields.some((field) => field.name.value === 'pageInfo');
    return [name.value, isConnection ? lists.map((field) => field.name.value).toSorted() : []] as const;
  });
  return new Map(paged.filter(([, fields]) => fields.length > 0));
}

function isList(type: TypeNode): boolean {
  return type.kind === Kind.LIST_TYPE || (type.kind === Kind.NON_NULL_TYPE && type.type.kind === Kind.LIST_TYPE);
}

function namedType(type: TypeNode): string {
  return type.kind === Kind.NAMED_TYPE ? type.name.value : namedType(type.type);
}

function listSizeDirective(sizedFields: readonly string[]): ConstDirectiveNode {
  const lists = { slicingArguments: [SIZE_ARGUMENT], ...(sizedFields.length === 0 ? {} : { sizedFields }) };
  return {
    kind: Kind.DIRECTIVE,
    name: { kind: Kind.NAME, value: 'listSize' },
    arguments: Object.entries(lists).map(([name, values]) => ({
      kind: Kind.ARGUMENT,
      name: { kind: Kind.NAME, value: name },
      value: { kind: Kind.LIST, values: values.map((value) => ({ kind: Kind.STRING, value })) },
    })),
  };
}
