import {
  getNamedType,
  isAbstractType,
  isCompositeType,
  isObjectType,
  type GraphQLCompositeType,
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLSchema,
} from 'graphql';
import { argumentsText } from './arguments.ts';
import type { OperationModel, SelectionModel } from './selection-model.ts';
import { Variables } from './variables.ts';

/** An operation's text with what is sent along. */
export interface GeneratedOperation {
  query: string;
  variables: Readonly<Record<string, unknown>>;
}

/** Names that callers may well choose: those of keys and of other fields among them. */
const ALIASES = ['id', 'code', 'tag', 'ref', 'f0', 'f1', 'f2', 'x', 'y', 'jc', '_0', 'typename'];

interface Writing {
  schema: GraphQLSchema;
  variables: Variables;
  fragments: string[];
  /** What each response name means: one field with its arguments, everywhere, so that whatever comes together can be merged. */
  names: Map<string, string>;
  /** Whether fragments may come later. */
  defers: boolean;
}

/** Reads the model against the schema; always a valid operation. */
export function writeOperation(
  { isMutation, selections }: OperationModel,
  schema: GraphQLSchema,
  { defers = false } = {},
): GeneratedOperation {
  const mutation = (isMutation ? schema.getMutationType() : null) ?? null;
  const root = mutation ?? schema.getQueryType();
  if (root == null) throw new Error('a schema has a query type');
  const writing: Writing = { schema, variables: new Variables(), fragments: [], names: new Map(), defers };
  const body = selectionSet(writing, root, selections);
  const head = `${mutation === null ? 'query' : 'mutation'} Op${writing.variables.definitions()}`;
  return { query: [`${head} ${body}`, ...writing.fragments].join('\n'), variables: writing.variables.values };
}

function selectionSet(writing: Writing, type: GraphQLCompositeType, selections: readonly SelectionModel[]): string {
  const parts = selections.map((one) => selectionText(writing, type, one));
  return `{ ${parts.length === 0 ? '__typename' : parts.join(' ')} }`;
}

function selectionText(writing: Writing, type: GraphQLCompositeType, one: SelectionModel): string {
  const condition = conditionText(writing, one.condition);
  if (one.kind >= 12 && one.kind <= 17 && one.children.length > 0) return fragmentText(writing, type, one, condition);
  const fields = 'getFields' in type ? Object.values(type.getFields()) : [];
  const field = one.kind >= 18 ? undefined : fields[one.pick % Math.max(fields.length, 1)];
  return field === undefined ? typenameText(one, condition) : fieldText(writing, type, field, one, condition);
}

function typenameText({ alias }: SelectionModel, condition: string): string {
  return `${alias > 16 ? 't: ' : ''}__typename${condition}`;
}

function fieldText(
  writing: Writing,
  parent: GraphQLNamedType,
  field: GraphQLField<unknown, unknown>,
  one: SelectionModel,
  condition: string,
): string {
  const args = argumentsText(field, one.args, writing.variables);
  const inner = getNamedType(field.type);
  const children = isCompositeType(inner) ? ` ${selectionSet(writing, inner, one.children)}` : '';
  const name = responseName(writing, parent, field, args, one.alias);
  return `${name === field.name ? '' : `${name}: `}${field.name}${args}${condition}${children}`;
}

function responseName(
  { names }: Writing,
  parent: GraphQLNamedType,
  field: GraphQLField<unknown, unknown>,
  args: string,
  alias: number,
): string {
  const meaning = `${field.name}${args}: ${String(field.type)} of ${isObjectType(parent) ? '' : parent.name}`;
  const wanted = alias < 12 ? field.name : (ALIASES[(alias * 7) % ALIASES.length] ?? field.name);
  let name = wanted;
  for (let number = 0; (names.get(name) ?? meaning) !== meaning; number += 1) name = `${wanted}_${number}`;
  names.set(name, meaning);
  return name;
}

function fragmentText(writing: Writing, type: GraphQLCompositeType, one: SelectionModel, condition: string): string {
  const conditions = overlapping(writing.schema, type);
  const on = one.kind === 17 ? type : (conditions[one.pick % conditions.length] ?? type);
  const body = selectionSet(writing, on, one.children);
  const directives = `${condition}${deferText(writing, one)}`;
  if (one.kind === 17) return `...${directives} ${body}`;
  if (one.kind < 15) return `... on ${on.name}${directives} ${body}`;
  const name = `F${writing.fragments.length}`;
  writing.fragments.push(`fragment ${name} on ${on.name} ${body}`);
  return `...${name}${directives}`;
}

function deferText({ defers, variables }: Writing, { args }: SelectionModel): string {
  if (!defers || args % 3 !== 0) return '';
  return args % 4 === 0 ? ` @defer(if: $${variables.flag(args % 30)})` : ' @defer';
}

/** The types a fragment can be on at a place of this type. */
function overlapping(schema: GraphQLSchema, type: GraphQLCompositeType): readonly GraphQLCompositeType[] {
  const possible = (one: GraphQLCompositeType) => (isAbstractType(one) ? schema.getPossibleTypes(one).map(({ name }) => name) : [one.name]);
  const mine = new Set(possible(type));
  return Object.values(schema.getTypeMap())
    .filter((one): one is GraphQLCompositeType => isCompositeType(one) && !one.name.startsWith('__'))
    .filter((one) => possible(one).some((name) => mine.has(name)));
}

function conditionText({ variables }: Writing, choice: number): string {
  if (choice < 22) return '';
  const directive = choice % 2 === 0 ? 'include' : 'skip';
  if (choice < 25) return ` @${directive}(if: ${choice === 23 ? 'false' : 'true'})`;
  return ` @${directive}(if: $${variables.flag(choice)})`;
}
