import {
  SchemaMetaFieldDef,
  TypeMetaFieldDef,
  TypeNameMetaFieldDef,
  getNamedType,
  isAbstractType,
  isNonNullType,
  isObjectType,
  locatedError,
  responsePathAsArray,
  type FieldNode,
  type GraphQLField,
  type GraphQLFieldResolver,
  type GraphQLObjectType,
  type GraphQLOutputType,
  type GraphQLResolveInfo,
  type GraphQLSchema,
} from 'graphql';
import { compileArguments } from './arguments.ts';
import { compileComplete, type Complete, type ShowObject } from './complete.ts';
import { isPromise, readProperty, type Place, type Run } from './run.ts';
import type { Scope } from './scope.ts';

type Method = (this: unknown, args: object, context: unknown, info: GraphQLResolveInfo) => unknown;

/** A field of the operation, compiled for one type of object. */
export class Field {
  readonly key: string;
  readonly name: string;
  readonly kind: 'TYPENAME' | 'PROPERTY' | 'RESOLVED';
  readonly parent: GraphQLObjectType;
  readonly type: GraphQLOutputType;
  readonly required: boolean;
  private readonly scope: Scope;
  private readonly nodes: readonly FieldNode[];
  private readonly resolve: GraphQLFieldResolver<unknown, unknown> | null;
  private readonly complete: Complete;
  private readonly argumentsOf: (run: Run) => Record<string, unknown>;
  private readonly infoNeeded: boolean;

  constructor(
    scope: Scope,
    place: { parent: GraphQLObjectType; key: string; nodes: readonly FieldNode[] },
    node: FieldNode,
    definition: GraphQLField<unknown, unknown>,
    show: (type: GraphQLObjectType) => ShowObject,
  ) {
    const { parent, nodes } = place;
    const { name, type, resolve = null } = definition;
    this.key = place.key;
    this.name = name;
    this.parent = parent;
    this.type = type;
    this.required = isNonNullType(type);
    this.kind = definition === TypeNameMetaFieldDef ? 'TYPENAME' : resolve === null ? 'PROPERTY' : 'RESOLVED';
    this.scope = scope;
    this.nodes = nodes;
    this.resolve = resolve;
    this.complete = compileComplete(type, { schema: scope.schema, parent, name, nodes, show });
    this.argumentsOf = compileArguments(definition, node);
    this.infoNeeded = asksForInfo(type);
  }

  /** Resolves and completes it. @throws what makes the object null */
  execute(source: unknown, run: Run, above: Place | undefined): unknown {
    if (this.kind === 'TYPENAME') return this.parent.name;
    if (this.resolve === null) return this.finish(readProperty(source, this.name), source, run, above);
    const place = this.placeUnder(above);
    const info = this.infoOf(run, place);
    try {
      return this.completeOrFail(this.resolve(source, this.argumentsOf(run), run.context, info), run, place, info);
    } catch (error) {
      return this.fail(error, run, place);
    }
  }

  /** For properties: goes on with the value that was read. @throws what makes the object null */
  finish(value: unknown, source: unknown, run: Run, above: Place | undefined): unknown {
    const place = this.placeUnder(above);
    if (typeof value !== 'function') return this.completeOrFail(value, run, place, this.infoNeeded ? this.infoOf(run, place) : null);
    const info = this.infoOf(run, place);
    try {
      return this.completeOrFail((value as Method).call(source, this.argumentsOf(run), run.context, info), run, place, info);
    } catch (error) {
      return this.fail(error, run, place);
    }
  }

  private completeOrFail(value: unknown, run: Run, place: Place, info: GraphQLResolveInfo | null): unknown {
    if (isPromise(value))
      return value.then(
        (settled) => this.completeOrFail(settled, run, place, info),
        (error: unknown) => this.fail(error, run, place),
      );
    try {
      const completed = this.complete(value, run, place, info);
      return isPromise(completed) ? completed.then(undefined, (error: unknown) => this.fail(error, run, place)) : completed;
    } catch (error) {
      return this.fail(error, run, place);
    }
  }

  private fail(raw: unknown, run: Run, place: Place): null {
    const error = locatedError(raw, this.nodes, responsePathAsArray(place));
    if (this.required) throw error;
    run.add(error, place);
    return null;
  }

  private placeUnder(above: Place | undefined): Place {
    return { prev: above, key: this.key, typename: this.parent.name };
  }

  private infoOf(run: Run, place: Place): GraphQLResolveInfo {
    const { scope } = this;
    return {
      fieldName: this.name,
      fieldNodes: this.nodes,
      returnType: this.type,
      parentType: this.parent,
      path: place,
      schema: scope.schema,
      fragments: scope.fragments,
      rootValue: run.root,
      operation: scope.operation,
      variableValues: run.variables,
    };
  }
}

/** Compiles a field. Null when the type has none of this name. */
export function compileField(
  scope: Scope,
  parent: GraphQLObjectType,
  { key, nodes }: { key: string; nodes: readonly FieldNode[] },
  show: (type: GraphQLObjectType) => ShowObject,
): Field | null {
  const [node] = nodes;
  const definition = node === undefined ? undefined : definitionOf(scope.schema, parent, node.name.value);
  return node === undefined || definition === undefined ? null : new Field(scope, { parent, key, nodes }, node, definition, show);
}

function definitionOf(schema: GraphQLSchema, parent: GraphQLObjectType, name: string): GraphQLField<unknown, unknown> | undefined {
  if (name === TypeNameMetaFieldDef.name) return TypeNameMetaFieldDef;
  if (parent === schema.getQueryType()) {
    if (name === SchemaMetaFieldDef.name) return SchemaMetaFieldDef;
    if (name === TypeMetaFieldDef.name) return TypeMetaFieldDef;
  }
  return parent.getFields()[name];
}

/** Whether finding out the type of a value may take the resolver's information. */
function asksForInfo(type: GraphQLOutputType): boolean {
  const named = getNamedType(type);
  return isAbstractType(named) || (isObjectType(named) && named.isTypeOf != null);
}
