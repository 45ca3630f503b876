import {
  getNamedType,
  isInterfaceType,
  isLeafType,
  isObjectType,
  isRequiredArgument,
  isUnionType,
  Kind,
  parse,
  parseType,
  print,
} from 'graphql';
import type {
  DefinitionNode,
  FieldNode,
  GraphQLField,
  GraphQLNamedType,
  GraphQLSchema,
  InlineFragmentNode,
  OperationDefinitionNode,
  OperationTypeNode,
  SelectionNode,
  VariableDefinitionNode,
} from 'graphql';

/** One step into an operation: a field by its name, or a type of a union as `... on Name`. */
export type Step = string;

export interface Choice {
  step: Step;
  /** What the field gives, as written in the schema; empty for a type of a union. */
  type: string;
  description: string;
  deprecated: boolean;
  /** What it gives has parts of its own. */
  opens: boolean;
}

const ON = '... on ';
/** What is asked of a thing that nobody has chosen parts of: the first of these that it has. */
const USUAL_PARTS = ['id', 'name', 'title', 'label', 'totalCount', 'text'];
const MOST_USUAL = 2;

const rootOf = (schema: GraphQLSchema, kind: OperationTypeNode): GraphQLNamedType | null => schema.getRootType(kind) ?? null;

function fieldsOf(type: GraphQLNamedType): readonly GraphQLField<unknown, unknown>[] {
  return isObjectType(type) || isInterfaceType(type) ? Object.values(type.getFields()) : [];
}

/** The type that a path leads to; null when the schema has no such path. */
export function typeAt(schema: GraphQLSchema, kind: OperationTypeNode, path: readonly Step[]): GraphQLNamedType | null {
  return path.reduce<GraphQLNamedType | null>(
    (type, step) => {
      if (type === null) return null;
      if (step.startsWith(ON)) return schema.getType(step.slice(ON.length)) ?? null;
      const field = fieldsOf(type).find(({ name }) => name === step);
      return field ? getNamedType(field.type) : null;
    },
    rootOf(schema, kind),
  );
}

/** What can be chosen below a path, in the order of the schema. */
export function choicesAt(schema: GraphQLSchema, kind: OperationTypeNode, path: readonly Step[]): readonly Choice[] {
  const type = typeAt(schema, kind, path);
  if (type === null) return [];
  const fields = fieldsOf(type).map(({ name, type: gives, description, deprecationReason }) => ({
    step: name,
    type: gives.toString(),
    description: description ?? '',
    deprecated: deprecationReason != null,
    opens: !isLeafType(getNamedType(gives)),
  }));
  const kinds = isUnionType(type) || isInterfaceType(type) ? schema.getPossibleTypes(type) : [];
  return [
    ...fields,
    ...kinds.map(({ name, description }) => ({
      step: `${ON}${name}`,
      type: '',
      description: description ?? '',
      deprecated: false,
      opens: true,
    })),
  ];
}

const isAt = (step: Step) => (selection: SelectionNode) =>
  selection.kind === Kind.FIELD
    ? selection.name.value === step
    : selection.kind === Kind.INLINE_FRAGMENT && step === `${ON}${selection.typeCondition?.name.value ?? ''}`;

const partsOf = (node: SelectionNode): readonly SelectionNode[] =>
  node.kind === Kind.FRAGMENT_SPREAD ? [] : (node.selectionSet?.selections ?? []);

/** Whether an operation asks for what a path leads to. */
export function isChosen(operation: OperationDefinitionNode | null, path: readonly Step[]): boolean {
  let parts: readonly SelectionNode[] = operation?.selectionSet.selections ?? [];
  return path.every((step) => {
    const found = parts.find(isAt(step));
    parts = found ? partsOf(found) : [];
    return found !== undefined;
  });
}

const fieldNode = (name: string): FieldNode => ({ kind: Kind.FIELD, name: { kind: Kind.NAME, value: name } });

/** What a new field asks for: its required arguments as variables, and something to see where it gives a thing with parts. */
function newField(field: GraphQLField<unknown, unknown>): { node: FieldNode; variables: VariableDefinitionNode[] } {
  const needed = field.args.filter(isRequiredArgument);
  const type = getNamedType(field.type);
  const usual = USUAL_PARTS.filter((name) =>
    fieldsOf(type).some((each) => each.name === name && isLeafType(getNamedType(each.type)) && !each.args.some(isRequiredArgument)),
  );
  const parts = usual.length > 0 ? usual.slice(0, MOST_USUAL) : ['__typename'];
  const variable = (name: string) => ({ kind: Kind.VARIABLE, name: { kind: Kind.NAME, value: name } }) as const;
  return {
    node: {
      ...fieldNode(field.name),
      arguments: needed.map(({ name }) => ({ kind: Kind.ARGUMENT, name: { kind: Kind.NAME, value: name }, value: variable(name) })),
      ...(isLeafType(type) ? {} : { selectionSet: { kind: Kind.SELECTION_SET, selections: parts.map(fieldNode) } }),
    },
    variables: needed.map(({ name, type: wanted }) => ({
      kind: Kind.VARIABLE_DEFINITION,
      variable: variable(name),
      type: parseType(wanted.toString()),
    })),
  };
}

interface Made {
  selections: readonly SelectionNode[];
  variables: readonly VariableDefinitionNode[];
}

/** Selections with a path in them; every step on the way is added where it is missing. */
function withPath(
  schema: GraphQLSchema,
  type: GraphQLNamedType | null,
  selections: readonly SelectionNode[],
  [step, ...rest]: readonly Step[],
): Made {
  if (step === undefined || type === null) return { selections, variables: [] };
  const fragment = step.startsWith(ON);
  const field = fieldsOf(type).find(({ name }) => name === step);
  if (!fragment && !field) return { selections, variables: [] };
  const inside = fragment ? (schema.getType(step.slice(ON.length)) ?? null) : field ? getNamedType(field.type) : null;
  const known = selections.find(isAt(step));
  const made = known || !field ? { node: known ?? fragmentNode(step), variables: [] } : newField(field);
  // What stood there only so that something stands there gives way to what was really chosen.
  const stood = known ? partsOf(known) : [];
  const before = stood.length === 1 && stood.every(isAt('__typename')) ? [] : stood;
  const below = rest.length === 0 ? { selections: partsOf(made.node), variables: [] } : withPath(schema, inside, before, rest);
  const node: SelectionNode =
    below.selections.length === 0
      ? made.node
      : { ...(made.node as FieldNode | InlineFragmentNode), selectionSet: { kind: Kind.SELECTION_SET, selections: below.selections } };
  return {
    selections: known ? selections.map((each) => (each === known ? node : each)) : [...selections, node],
    variables: [...made.variables, ...below.variables],
  };
}

const fragmentNode = (step: Step): InlineFragmentNode => ({
  kind: Kind.INLINE_FRAGMENT,
  typeCondition: { kind: Kind.NAMED_TYPE, name: { kind: Kind.NAME, value: step.slice(ON.length) } },
  selectionSet: { kind: Kind.SELECTION_SET, selections: [fieldNode('__typename')] },
});

/** Selections without what a path leads to; what is left without parts goes too. */
function withoutPath(selections: readonly SelectionNode[], [step, ...rest]: readonly Step[]): readonly SelectionNode[] {
  if (step === undefined) return selections;
  return selections.flatMap((each) => {
    if (!isAt(step)(each)) return [each];
    if (rest.length === 0 || each.kind === Kind.FRAGMENT_SPREAD) return [];
    const parts = withoutPath(partsOf(each), rest);
    return parts.length === 0 ? [] : [{ ...each, selectionSet: { kind: Kind.SELECTION_SET, selections: parts } }];
  });
}

/** The first operation of a kind in a text; null when there is none, or the text cannot be read. */
export function operationIn(text: string, kind: OperationTypeNode): OperationDefinitionNode | null {
  try {
    return (
      (parse(text).definitions.find((each) => each.kind === Kind.OPERATION_DEFINITION && each.operation === kind) as
        | OperationDefinitionNode
        | undefined) ?? null
    );
  } catch {
    return null;
  }
}

/** The text with a path chosen, or not any more; null when the text cannot be read, so that nothing of it is lost. */
export function toggled(text: string, schema: GraphQLSchema, kind: OperationTypeNode, path: readonly Step[]): string | null {
  let definitions: readonly DefinitionNode[];
  try {
    definitions = /^\s*(#.*\s*)*$/.test(text) ? [] : parse(text).definitions;
  } catch {
    return null;
  }
  const operation = operationIn(text, kind);
  const at = definitions.findIndex((each) => each.kind === Kind.OPERATION_DEFINITION && each.operation === kind);
  const before = operation?.selectionSet.selections ?? [];
  const { selections, variables } = isChosen(operation, path)
    ? { selections: withoutPath(before, path), variables: [] }
    : withPath(schema, rootOf(schema, kind), before, path);
  const known = operation?.variableDefinitions ?? [];
  const added = variables.filter((each, place) =>
    [...known, ...variables.slice(0, place)].every(({ variable }) => variable.name.value !== each.variable.name.value),
  );
  const next: OperationDefinitionNode = {
    ...(operation ?? { kind: Kind.OPERATION_DEFINITION, operation: kind }),
    variableDefinitions: [...known, ...added],
    selectionSet: { kind: Kind.SELECTION_SET, selections },
  };
  const rest = definitions.filter((_, place) => place !== at);
  const all = selections.length === 0 ? rest : at === -1 ? [...rest, next] : definitions.map((each, place) => (place === at ? next : each));
  return all.map(print).join('\n\n');
}
