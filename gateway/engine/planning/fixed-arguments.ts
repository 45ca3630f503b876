import {
  Kind,
  parse,
  print,
  visit,
  type ArgumentNode,
  type ConstDirectiveNode,
  type DirectiveNode,
  type DocumentNode,
  type FieldDefinitionNode,
  type FieldNode,
  type SelectionSetNode,
  type TypeDefinitionNode,
} from 'graphql';

const MARK = '_r';

/** A field as some `@requires` calls it. */
export interface FixedCall {
  field: string;
  args: readonly ArgumentNode[];
}

/** A supergraph in which every field that a `@requires` calls with arguments is a field of its own. */
export interface FixedArguments {
  sdl: string;
  /** What the made-up fields stand for, by name. */
  calls: ReadonlyMap<string, FixedCall>;
  /** Subgraphs' names to what they are called in the supergraph. */
  graphs: ReadonlyMap<string, string>;
  /** `graph Type.field` to the names at the top of what it requires. */
  required: ReadonlyMap<string, readonly string[]>;
}

type FieldsType = Extract<TypeDefinitionNode, { fields?: readonly FieldDefinitionNode[] }>;

/**
 * The planner selects what is required under the bare names of fields: what two fields require of one with different arguments would become one. So
 * it plans with fields without arguments in their place, which `restoreArguments` puts back into the plan. Null when nothing requires arguments.
 */
export function fixArguments(sdl: string): FixedArguments | null {
  if (!/requires: *"[^"]*\(/.test(sdl)) return null;
  const document = parse(sdl, { noLocation: true });
  const types = new Map<string, FieldsType>();
  for (const definition of document.definitions) {
    if (definition.kind === Kind.OBJECT_TYPE_DEFINITION || definition.kind === Kind.INTERFACE_TYPE_DEFINITION)
      types.set(definition.name.value, definition);
  }
  const fixing = new Fixing(types);
  for (const type of types.values()) for (const field of type.fields ?? []) fixing.visitField(type, field);
  const fixed = visit(document, {
    FieldDefinition: (node) => fixing.changed.get(node),
    ObjectTypeDefinition: { leave: (node) => fixing.extended(node) },
    InterfaceTypeDefinition: { leave: (node) => fixing.extended(node) },
  });
  return { sdl: print(fixed), calls: fixing.calls, graphs: graphsOf(document), required: fixing.required };
}

class Fixing {
  readonly calls = new Map<string, FixedCall>();
  readonly required = new Map<string, readonly string[]>();
  readonly changed = new Map<FieldDefinitionNode, FieldDefinitionNode>();
  private readonly names = new Map<string, string>();
  /** Made-up fields by type: the name to the field it stands for. */
  private readonly added = new Map<string, Map<string, string>>();

  private readonly types: ReadonlyMap<string, FieldsType>;

  constructor(types: ReadonlyMap<string, FieldsType>) {
    this.types = types;
  }

  visitField(type: FieldsType, field: FieldDefinitionNode): void {
    const directives = (field.directives ?? []).map((directive) => this.fixDirective(type, field, directive));
    this.changed.set(field, { ...field, directives });
  }

  extended<Type extends FieldsType>(type: Type): Type {
    const fields = type.fields ?? [];
    const more = [...(this.added.get(type.name.value) ?? [])].flatMap(([name, of]) => {
      const field = fields.find((one) => one.name.value === of);
      return field === undefined ? [] : [{ ...field, name: { ...field.name, value: name }, arguments: [] }];
    });
    return { ...type, fields: [...fields, ...more] };
  }

  private fixDirective(type: FieldsType, field: FieldDefinitionNode, directive: ConstDirectiveNode): ConstDirectiveNode {
    const text = stringOf(directive, 'requires');
    if (directive.name.value !== 'join__field' || text === null) return directive;
    const selections = this.fixSelections(type.name.value, selectionsOf(text));
    const names = selections.selections.flatMap((selection) => (selection.kind === Kind.FIELD ? [selection.name.value] : []));
    this.required.set(`${enumOf(directive, 'graph')} ${type.name.value}.${field.name.value}`, names);
    const value = { kind: Kind.STRING, value: print(selections).replace(/\s+/g, ' ').slice(1, -1).trim() } as const;
    return { ...directive, arguments: (directive.arguments ?? []).map((one) => (one.name.value === 'requires' ? { ...one, value } : one)) };
  }

  private fixSelections(type: string, set: SelectionSetNode): SelectionSetNode {
    const selections = set.selections.map((selection) => {
      if (selection.kind === Kind.FRAGMENT_SPREAD) return selection;
      if (selection.kind === Kind.INLINE_FRAGMENT)
        return { ...selection, selectionSet: this.fixSelections(selection.typeCondition?.name.value ?? type, selection.selectionSet) };
      return this.fixField(type, selection);
    });
    return { ...set, selections };
  }

  private fixField(type: string, node: FieldNode): FieldNode {
    const below = this.types.get(type)?.fields?.find((one) => one.name.value === node.name.value);
    const selectionSet =
      node.selectionSet === undefined || below === undefined ? undefined : this.fixSelections(namedType(below.type), node.selectionSet);
    const name = (node.arguments ?? []).length === 0 ? node.name.value : this.nameFor(type, node);
    return { ...node, name: { ...node.name, value: name }, arguments: [], ...(selectionSet === undefined ? {} : { selectionSet }) };
  }

  private nameFor(type: string, { name: { value: field }, arguments: args = [] }: FieldNode): string {
    const call = `${field}(${args.map(print).toSorted().join()})`;
    const name = this.names.get(call) ?? `${MARK}${this.names.size}_${field}`;
    this.names.set(call, name);
    this.calls.set(name, { field, args });
    // Types that implement an interface have what it has.
    for (const each of this.types.values()) {
      const isIt = each.name.value === type || (each.interfaces ?? []).some((one) => one.name.value === type);
      if (!isIt) continue;
      const known = this.added.get(each.name.value) ?? new Map<string, string>();
      this.added.set(each.name.value, known.set(name, field));
    }
    return name;
  }
}

function graphsOf({ definitions }: DocumentNode): ReadonlyMap<string, string> {
  const values = definitions.flatMap((one) =>
    one.kind === Kind.ENUM_TYPE_DEFINITION && one.name.value === 'join__Graph' ? (one.values ?? []) : [],
  );
  return new Map(
    values.flatMap((value) => (value.directives ?? []).map((directive) => [stringOf(directive, 'name') ?? '', value.name.value])),
  );
}

/** A field set's selections. */
function selectionsOf(text: string): SelectionSetNode {
  const [operation] = parse(`{ ${text} }`, { noLocation: true }).definitions;
  if (operation?.kind !== Kind.OPERATION_DEFINITION) throw new Error(`no field set: ${text}`);
  return operation.selectionSet;
}

function namedType(type: FieldDefinitionNode['type']): string {
  return type.kind === Kind.NAMED_TYPE ? type.name.value : namedType(type.type);
}

function argumentOf(directive: DirectiveNode, name: string): ArgumentNode['value'] | undefined {
  return directive.arguments?.find((one) => one.name.value === name)?.value;
}

function stringOf(directive: DirectiveNode, name: string): string | null {
  const value = argumentOf(directive, name);
  return value?.kind === Kind.STRING ? value.value : null;
}

function enumOf(directive: DirectiveNode, name: string): string {
  const value = argumentOf(directive, name);
  return value?.kind === Kind.ENUM ? value.value : '';
}
