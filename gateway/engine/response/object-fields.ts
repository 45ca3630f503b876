import {
  TypeNameMetaFieldDef,
  getNamedType,
  isCompositeType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
  type FieldNode,
  type GraphQLCompositeType,
  type GraphQLField,
  type GraphQLOutputType,
  type SelectionSetNode,
} from 'graphql';
import { plannedName } from '../planning/client-names.ts';
import { collectFields, type DeferredFragment, type Selecting } from './collect-fields.ts';
import { objectShape, type Position, type Shaped, type ShapedField } from './object-shape.ts';
import { NULL, type Shape } from './pass.ts';
import { constant, denied, introspected, leaf, wrapped } from './shapes.ts';

/** What is asked of a value, and how much of that may be. */
export interface Asked {
  sets: readonly SelectionSetNode[];
  /** What may be asked for, where that is less; null: everything. */
  permitted: readonly SelectionSetNode[] | null;
}

/** The shape of an object, an interface or a union, with everything below it. */
export function compositeShape(type: GraphQLCompositeType, position: Position, asked: Asked, selecting: Selecting): Shape {
  return objectShape(type, position, selecting.schema, (each) => shapedFor(each, asked, selecting));
}

/** The fields that are asked of objects of one type, in the order in which they are written. */
function shapedFor(type: GraphQLCompositeType, asked: Asked, selecting: Selecting): Shaped {
  const permitted = asked.permitted === null ? null : collectFields(type, asked.permitted, selecting, null);
  const fields: ShapedField[] = [];
  const deferred: DeferredFragment[] = [];
  for (const [responseName, nodes] of collectFields(type, asked.sets, selecting, selecting.defers ? deferred : null)) {
    const [node] = nodes;
    const shape = node === undefined ? null : shapeOf(type, responseName, node, nodes, permitted, selecting);
    if (node === undefined || shape === null) continue;
    const required = isNonNullType(fieldOf(type, node)?.type);
    const key = plannedName(responseName, node.name.value, selecting.withArguments);
    const prefix = `${fields.length === 0 ? '' : ','}${JSON.stringify(responseName)}:`;
    fields.push({ responseName, key, inherited: key in Object.prototype, prefix, shape, required });
  }
  return { fields, deferred: deferred.map(({ label, set }) => ({ label, shape: partShape(type, set, selecting) })) };
}

/** The shape of a deferred fragment, compiled when it is needed: it may have parts of its own. */
function partShape(type: GraphQLCompositeType, set: SelectionSetNode, selecting: Selecting): Shape {
  let shape: Shape | null = null;
  return (value, pass) => {
    shape ??= compositeShape(type, { field: type.name, nullable: true }, { sets: [set], permitted: null }, selecting);
    return shape(value, pass);
  };
}

function shapeOf(
  type: GraphQLCompositeType,
  responseName: string,
  node: FieldNode,
  nodes: readonly FieldNode[],
  permitted: ReadonlyMap<string, readonly FieldNode[]> | null,
  selecting: Selecting,
): Shape | null {
  const name = node.name.value;
  const coordinate = `${type.name}.${name}`;
  const quiet = permitted !== null;
  if (name === '__typename')
    return isObjectType(type) ? constant(JSON.stringify(type.name)) : wrapped(TypeNameMetaFieldDef.type, coordinate, quiet, constant(NULL));
  if (name === '__schema' || name === '__type') return introspected(responseName);
  const field = fieldOf(type, node);
  if (field === undefined) return null;
  const allowed = permitted?.get(responseName);
  if (permitted !== null && allowed === undefined) return denied(field.type);
  const below = { sets: setsOf(nodes), permitted: allowed === undefined ? null : setsOf(allowed) };
  return wrapped(field.type, coordinate, quiet, namedShape(field.type, coordinate, below, selecting));
}

function fieldOf(type: GraphQLCompositeType, node: FieldNode): GraphQLField<unknown, unknown> | undefined {
  return 'getFields' in type ? type.getFields()[node.name.value] : undefined;
}

function namedShape(type: GraphQLOutputType, coordinate: string, asked: Asked, selecting: Selecting): Shape {
  const named = getNamedType(type);
  if (isLeafType(named)) return leaf(named, coordinate);
  if (!isCompositeType(named)) throw new Error(`${coordinate} has no output type`);
  return compositeShape(named, { field: coordinate, nullable: holdsNulls(type) }, asked, selecting);
}

/** Whether null may stand where the values themselves do, within all the lists. */
function holdsNulls(type: GraphQLOutputType): boolean {
  if (isListType(type)) return holdsNulls(type.ofType);
  return !isNonNullType(type) || (isListType(type.ofType) && holdsNulls(type.ofType));
}

const setsOf = (nodes: readonly FieldNode[]): SelectionSetNode[] => nodes.flatMap(({ selectionSet }) => selectionSet ?? []);
