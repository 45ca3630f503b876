import { OperationTypeNode, getVariableValues, type GraphQLError } from 'graphql';
import type { EngineRequest } from './engine.ts';
import { addFault } from './failures/faults.ts';
import type { CompiledOperation } from './compile-operation.ts';
import { dataOf, type EngineReply } from './reply.ts';
import type { Later } from './steps/later.ts';
import type { Run } from './steps/run.ts';
import type { Supergraph } from './supergraph.ts';

/** Carries out an operation and writes its response. */
export async function runOperation(supergraph: Supergraph, compiled: CompiledOperation, request: EngineRequest): Promise<EngineReply> {
  const run = startRun(supergraph, compiled, request, null);
  if ('refusals' in run) return { data: undefined, errors: run.refusals };
  const pending = compiled.step?.(run, [run.data]);
  if (pending !== undefined) await pending;
  // A subscription that is only opened has told nothing yet.
  if (compiled.operation.definition.operation === OperationTypeNode.SUBSCRIPTION && request.context.subscription?.kind === 'OPEN')
    return { data: null, errors: run.errors };
  const text = compiled.respond(run, (error, path) => addFault(run.errors, error, path));
  return { data: dataOf(text), errors: run.errors };
}

/** A run that has not begun; what is wrong with the variables, if anything is. */
export function startRun(
  { apiSchema }: Supergraph,
  { operation, clientPath }: Pick<CompiledOperation, 'operation' | 'clientPath'>,
  { context, variables }: EngineRequest,
  later: Later | null,
): Run | { refusals: readonly GraphQLError[] } {
  const definitions = operation.definition.variableDefinitions ?? [];
  const { coerced = NO_VARIABLES, errors } = definitions.length === 0 ? NOTHING : getVariableValues(apiSchema, definitions, variables);
  if (errors !== undefined) return { refusals: errors };
  return {
    context,
    variables,
    coerced,
    data: {},
    errors: [],
    known: new Map(),
    shared: new Set(),
    absent: new Set(),
    later,
    clientPath,
  };
}

const NO_VARIABLES: Readonly<Record<string, unknown>> = Object.freeze({});
const NOTHING: { coerced?: Record<string, unknown>; errors?: readonly GraphQLError[] } = {};
