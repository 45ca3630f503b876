import {
  EnumType,
  InputObjectType,
  baseType,
  type ArgumentDefinition,
  type FieldDefinition,
  type InputFieldDefinition,
  type InterfaceType,
  type NamedType,
  type ObjectType,
} from '@apollo/federation-internals';

type Defaulted =
  | ArgumentDefinition<FieldDefinition<ObjectType>>
  | ArgumentDefinition<FieldDefinition<InterfaceType>>
  | InputFieldDefinition;

/** Whether the default value of an argument or input field is made with something hidden. */
export function usesHidden({ type, defaultValue }: Defaulted, hidden: ReadonlySet<object>): boolean {
  return type !== undefined && holdsHidden(defaultValue, baseType(type), hidden);
}

function holdsHidden(value: unknown, type: NamedType, hidden: ReadonlySet<object>): boolean {
  if (Array.isArray(value)) return value.some((each) => holdsHidden(each, type, hidden));
  if (type instanceof EnumType) {
    const used = typeof value === 'string' ? type.value(value) : undefined;
    return used !== undefined && hidden.has(used);
  }
  if (!(type instanceof InputObjectType) || typeof value !== 'object' || value === null) return false;
  return Object.entries(value).some(([name, part]) => {
    const field = type.field(name);
    return field?.type !== undefined && (hidden.has(field) || holdsHidden(part, baseType(field.type), hidden));
  });
}
