import { isAbstractType, isCompositeType, isInterfaceType, isObjectType, type GraphQLCompositeType, type GraphQLSchema } from 'graphql';
import { engineErrors } from '../engine.errors.ts';
import { isEntity } from '../steps/run.ts';
import { NULL, RAISED, fault, type Account, type Pass, type Shape } from './pass.ts';

/** A field of an object as it is written. */
export interface ShapedField {
  responseName: string;
  /** Where its value is in the data. */
  key: string;
  /** Whether every object has something by that name, which is not data. */
  inherited: boolean;
  /** The name as JSON, with what stands before and after it. */
  prefix: string;
  shape: Shape;
  /** Whether it may not be null. */
  required: boolean;
}

/** What is asked of objects of one type. */
export interface Shaped {
  fields: readonly ShapedField[];
  /** Fragments of it that are answered later. */
  deferred: readonly { label: string; shape: Shape }[];
}

/** Where a value stands. */
export interface Position {
  /** Its coordinate, for messages. */
  field: string;
  /** Whether null may stand there. */
  nullable: boolean;
}

/** The shape of an object, an interface or a union: its fields are compiled for each type that comes up. */
export function objectShape(
  declared: GraphQLCompositeType,
  { field, nullable }: Position,
  schema: GraphQLSchema,
  shapedFor: (type: GraphQLCompositeType) => Shaped,
): Shape {
  const byType = new Map<string, Shaped>();
  const abstract = isAbstractType(declared);
  const self = {};
  const shapedAs = (name: string): Shaped | null => {
    const known = byType.get(name);
    if (known !== undefined) return known;
    const type = runtimeType(declared, name, schema);
    const shaped = type === null ? null : shapedFor(type);
    // Names of types that are none come from subgraphs: there is no end of them.
    if (shaped !== null) byType.set(name, shaped);
    return shaped;
  };
  // Where only one type can be, it is looked up once.
  let only: Shaped | null = null;
  const shapedOf = (value: Fields): Shaped | null => {
    if (!abstract) return (only ??= shapedAs(declared.name));
    const name = value['__typename'] ?? declared.name;
    return typeof name === 'string' ? shapedAs(name) : null;
  };
  return (value, pass) => {
    if (value === null || value === undefined) return NULL;
    const shaped = isEntity(value) ? shapedOf(value) : null;
    if (shaped === null) {
      fault(pass, () => engineErrors.INVALID_VALUE({ field, type: declared.name }));
      return NULL;
    }
    const object = value as Fields;
    if (nullable && pass.absent.size > 0 && isAbsent(object, shaped.fields, pass)) return NULL;
    if (pass.account !== null) return writeWithAccount(object, shaped, pass, pass.account);
    if (pass.shared.size === 0 || !pass.shared.has(object)) return writeObject(object, shaped.fields, pass);
    let texts = pass.texts.get(self);
    if (texts === undefined) pass.texts.set(self, (texts = new Map()));
    let text = texts.get(object);
    if (text === undefined) texts.set(object, (text = writeObject(object, shaped.fields, pass)));
    return text;
  };
}

type Fields = Readonly<Record<string, unknown>>;

/** The type of an object that says it is of this name; null when that cannot be here. Interfaces are, where no subgraph knows better. */
function runtimeType(declared: GraphQLCompositeType, name: string, schema: GraphQLSchema): GraphQLCompositeType | null {
  if (name === declared.name) return declared;
  const type = schema.getType(name);
  if (!isCompositeType(type) || !isAbstractType(declared) || !(isObjectType(type) || isInterfaceType(type))) return null;
  return schema.isSubType(declared, type) ? type : null;
}

/**
 * Whether an object is missing something that may not be null because the subgraph that has it knows no such entity. What refers to it leads
 * nowhere then, and is null itself: that is no fault of anybody's data.
 */
function isAbsent(object: Fields, fields: readonly ShapedField[], { absent }: Pass): boolean {
  return absent.has(object) && fields.some(({ required, key }) => required && object[key] === undefined);
}

function writeObject(object: Fields, fields: readonly ShapedField[], pass: Pass): string {
  let text = '{';
  for (let index = 0; index < fields.length; index++) {
    const field = fields[index];
    if (field === undefined) break;
    const each = field.shape(valueOf(object, field), pass);
    if (each === RAISED) return NULL;
    text += field.prefix + each;
  }
  return `${text}}`;
}

/** The same, keeping account of where it is, and of the parts that are left for later: there are none of what becomes null. */
function writeWithAccount(object: Fields, { fields, deferred }: Shaped, pass: Pass, { path }: Account): string {
  const { parts } = pass;
  const before = parts?.length ?? 0;
  for (const { label, shape } of parts === null ? [] : deferred) parts?.push({ label, path: [...path], value: object, shape });
  let text = '{';
  for (const field of fields) {
    path.push(field.responseName);
    const each = field.shape(valueOf(object, field), pass);
    path.pop();
    if (each === RAISED) {
      if (parts !== null) parts.length = before;
      return NULL;
    }
    text += field.prefix + each;
  }
  return `${text}}`;
}

function valueOf(object: Fields, { key, inherited }: ShapedField): unknown {
  return inherited && !Object.hasOwn(object, key) ? undefined : object[key];
}
