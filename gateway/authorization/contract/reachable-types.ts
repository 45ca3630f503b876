import {
  InputObjectType,
  InterfaceType,
  ObjectType,
  UnionType,
  baseType,
  type InputType,
  type NamedType,
  type OutputType,
  type Schema,
} from '@apollo/federation-internals';

/** The types that something visible leads to, from the root types on. */
export function reachableTypes(schema: Schema, hidden: ReadonlySet<object>): ReadonlySet<NamedType> {
  const reached = new Set<NamedType>();
  const waiting: NamedType[] = schema.schemaDefinition.roots().map(({ type }) => type);
  for (let type = waiting.pop(); type !== undefined; type = waiting.pop()) {
    if (reached.has(type) || hidden.has(type)) continue;
    reached.add(type);
    waiting.push(...ledToBy(type, hidden));
  }
  return reached;
}

function ledToBy(type: NamedType, hidden: ReadonlySet<object>): readonly NamedType[] {
  const typesOf = (elements: readonly { type?: OutputType | InputType | undefined }[]): NamedType[] =>
    elements.flatMap((element) => (element.type === undefined || hidden.has(element) ? [] : [baseType(element.type)]));
  if (type instanceof UnionType) return type.types();
  if (type instanceof InputObjectType) return typesOf(type.fields());
  if (!(type instanceof ObjectType || type instanceof InterfaceType)) return [];
  const fields: readonly { arguments(): readonly { type?: InputType | undefined }[]; type?: OutputType | undefined }[] = type.fields();
  const visible = fields.filter((field) => !hidden.has(field));
  const members = type instanceof InterfaceType ? type.allImplementations() : [];
  return [...typesOf(visible), ...visible.flatMap((field) => typesOf(field.arguments())), ...type.interfaces(), ...members];
}
