import { GraphQLError, OperationTypeNode, getOperationAST, type DocumentNode, type ExecutionResult, type GraphQLSchema } from 'graphql';
import { collectFields } from 'graphql/execution/collectFields.js';
import type { ShowObject } from './complete.ts';
import { compileFields, setKey, showFields } from './object.ts';
import type { Field } from './field.ts';
import { Run, isPromise } from './run.ts';
import { conditionsOf, fragmentsOf } from './scope.ts';
import { compileVariables } from './variables.ts';

/** Ways in which `@skip` and `@include` may turn out that are kept compiled, for one operation. */
const MAX_VARIANTS = 32;

/** An operation that is executed again and again. */
export interface CompiledOperation {
  kind: OperationTypeNode;
  /** Executes it, with the semantics of graphql-js's `execute`; at once when no resolver makes it wait. */
  execute(root: unknown, context: unknown, variables: Readonly<Record<string, unknown>>): ExecutionResult | Promise<ExecutionResult>;
}

/**
 * Compiles an operation of a valid document: what is selected of which type is worked out once, when it is first needed. The document must
 * be valid for the schema. @throws GraphQLError when it has no such operation
 */
export function compileOperation(schema: GraphQLSchema, document: DocumentNode, name: string | null): CompiledOperation {
  const operation = getOperationAST(document, name);
  if (operation == null)
    throw new GraphQLError(
      name === null ? 'Must provide operation name if query contains multiple operations.' : `Unknown operation named "${name}".`,
    );
  const coerce = compileVariables(schema, operation.variableDefinitions ?? []);
  const fragments = fragmentsOf(document);
  const conditions = conditionsOf(document);
  const variants = new Map<string, ShowObject>();

  const compile = (variables: Record<string, unknown>): ShowObject => {
    const type = schema.getRootType(operation.operation);
    if (type == null) throw new GraphQLError(`Schema is not configured to execute ${operation.operation} operation.`, { nodes: operation });
    const scope = { schema, operation, fragments, conditions: pick(variables, conditions) };
    const fields = compileFields(scope, type, collectFields(schema, fragments, scope.conditions, type, operation.selectionSet));
    return operation.operation === OperationTypeNode.MUTATION ? showOneByOne(fields) : showFields(fields);
  };
  const variantFor = (variables: Record<string, unknown>): ShowObject => {
    const key = conditions.map((condition) => String(variables[condition])).join();
    let variant = variants.get(key);
    if (variant === undefined) {
      if (variants.size >= MAX_VARIANTS) variants.clear();
      variants.set(key, (variant = compile(variables)));
    }
    return variant;
  };
  return {
    kind: operation.operation,
    execute(root, context, given) {
      const { coerced, errors } = coerce(given);
      if (errors !== undefined) return { errors };
      const run = new Run(root, context, coerced);
      const failed = (error: unknown): ExecutionResult => {
        run.add(error as GraphQLError, undefined);
        return resultOf(run, null);
      };
      try {
        const data = variantFor(coerced)(root, run, undefined);
        if (!isPromise(data)) return resultOf(run, data);
        return (data as Promise<unknown>).then((settled) => resultOf(run, settled), failed);
      } catch (error) {
        return failed(error);
      }
    },
  };
}

function resultOf({ errors }: Run, data: unknown): ExecutionResult {
  const shown = data as Record<string, unknown> | null;
  return errors.length === 0 ? { data: shown } : { errors, data: shown };
}

function pick(values: Record<string, unknown>, names: readonly string[]): Record<string, unknown> {
  return Object.fromEntries(names.flatMap((name) => (Object.hasOwn(values, name) ? [[name, values[name]] as const] : [])));
}

/** The fields of a mutation: the next one begins when the one before has ended. */
function showOneByOne(fields: readonly Field[]): ShowObject {
  return async (source, run, place) => {
    const object: Record<string, unknown> = {};
    for (const field of fields) setKey(object, field.key, await field.execute(source, run, place));
    return object;
  };
}
