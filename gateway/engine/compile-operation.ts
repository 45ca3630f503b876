import type { QueryPlan } from '@apollo/query-planner';
import type { Source } from '../sources/source.ts';
import { clientPaths } from './failures/client-paths.ts';
import { withoutConditions } from './planning/conditions.ts';
import { deferredOperation, type DeferredOperation } from './planning/deferred-operation.ts';
import { plannedDocument, type Operation } from './planning/planned-document.ts';
import type { Planner } from './planning/planner.ts';
import { compilePartialResponse, compileResponse, type PartialResponder, type Responder } from './response/compile-response.ts';
import { compilePlan } from './steps/compile-plan.ts';
import { deferredLabels } from './steps/deferred-labels.ts';
import type { Run, Step } from './steps/run.ts';
import type { Supergraph } from './supergraph.ts';

/** An operation, ready to run. */
export interface CompiledOperation {
  operation: Operation;
  /** Fetches everything; null when there is nothing to fetch. */
  step: Step | null;
  respond: Responder;
  clientPath: Run['clientPath'];
}

/** An operation of which parts come later, ready to run. */
export interface DeferringOperation extends Omit<CompiledOperation, 'respond'> {
  respond: PartialResponder;
  /** The caller's labels, by those that its parts have here. */
  labels: DeferredOperation['labels'];
  /** Labels here that the plan has something to fetch for. */
  planned: ReadonlySet<string>;
}

/** What operations are compiled for. */
export interface CompiledFor {
  supergraph: Supergraph;
  sources: ReadonlyMap<string, Source>;
  plan: Planner['plan'];
}

/** How the conditions of an operation are decided; what is not in it is decided while it runs. */
type Decided = ReadonlyMap<string, boolean>;

/** @param permitted what of it may be asked for; undefined: all of it, null: nothing */
export function compileOperation(
  operation: Operation,
  permitted: Operation | null | undefined,
  decided: Decided,
  { supergraph, sources, plan }: CompiledFor,
): CompiledOperation | Promise<CompiledOperation> {
  const asked = permitted === undefined ? operation : permitted;
  const left = asked === null ? null : withoutConditions(asked, decided);
  return whenPlanned(left === null ? null : plan(plannedDocument(left, supergraph)), (made) => ({
    operation,
    step: made === null ? null : compilePlan(made, supergraph, sources),
    respond: compileResponse(supergraph, operation, permitted),
    clientPath: clientPaths(operation),
  }));
}

/** The same for an operation that is answered in parts. @throws OPERATION_TOO_COMPLEX */
export function compileInParts(
  whole: Operation,
  decided: Decided,
  { supergraph, sources, plan }: CompiledFor,
): DeferringOperation | Promise<DeferringOperation> {
  const { operation, labels } = deferredOperation(whole);
  const left = withoutConditions(operation, decided);
  return whenPlanned(left === null ? null : plan(plannedDocument(left, supergraph, true)), (made) => ({
    operation,
    step: made === null ? null : compilePlan(made, supergraph, sources),
    respond: compilePartialResponse(supergraph, operation),
    clientPath: clientPaths(operation),
    labels,
    planned: made === null ? new Set<string>() : deferredLabels(made),
  }));
}

function whenPlanned<Compiled>(
  plan: QueryPlan | null | Promise<QueryPlan>,
  compiled: (made: QueryPlan | null) => Compiled,
): Compiled | Promise<Compiled> {
  return plan instanceof Promise ? plan.then(compiled) : compiled(plan);
}
