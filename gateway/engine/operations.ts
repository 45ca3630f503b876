import type { DocumentNode } from 'graphql';
import { LRUCache } from 'lru-cache';
import { DomainError } from '../../subgraphs/kernel/errors/domain-error.ts';
import type { Source } from '../sources/source.ts';
import { clientPaths } from './failures/client-paths.ts';
import { decide, decidersOf, withoutConditions, type Decider } from './planning/conditions.ts';
import { deferredOperation, type DeferredOperation } from './planning/deferred-operation.ts';
import { operationOf, plannedDocument, type Operation } from './planning/planned-document.ts';
import type { Planner } from './planning/planner.ts';
import { compilePartialResponse, compileResponse, type PartialResponder, type Responder } from './response/compile-response.ts';
import { deferredLabels } from './steps/deferred-labels.ts';
import { compilePlan } from './steps/compile-plan.ts';
import type { Run, Step } from './steps/run.ts';
import type { Supergraph } from './supergraph.ts';

const MAX_DOCUMENTS = 2_000;
/** Forms of one document: its operations, what of them different callers may ask for, and how its conditions are decided. */
const MAX_FORMS = 100;

/** What of a request decides how it is compiled. */
export interface Asked {
  document: DocumentNode;
  operationName: string | null;
  permitted: { document: DocumentNode | null } | null;
  /** As sent: those that decide what is asked count. */
  variables: Readonly<Record<string, unknown>>;
}

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

/** Compiles operations once per document, name and permitted part. Null: the document has no such operation. Both reject as the planner does. */
export interface Operations {
  whole(asked: Asked): Promise<CompiledOperation | null> | CompiledOperation | null;
  inParts(asked: Omit<Asked, 'permitted'>): Promise<DeferringOperation | null> | DeferringOperation | null;
}

interface Forms {
  /** By operation name: nothing is cut off. */
  whole: OperationCache<CompiledOperation>;
  inParts: OperationCache<DeferringOperation>;
  /** By the document that is left of it, then by operation name. */
  cut: LRUCache<DocumentNode, OperationCache<CompiledOperation>>;
}

type Made<Compiled> = Compiled | null | Promise<Compiled | null>;
type OperationCache<Compiled> = LRUCache<string, { operation: Made<Compiled> }>;

/** The compiled operations of one supergraph; the least recently used are forgotten. */
export function createOperations(supergraph: Supergraph, sources: ReadonlyMap<string, Source>, plan: Planner['plan']): Operations {
  const documents = new LRUCache<DocumentNode, Forms>({ max: MAX_DOCUMENTS });
  const formsOf = (document: DocumentNode): Forms => {
    let forms = documents.get(document);
    if (forms === undefined) documents.set(document, (forms = { whole: newCache(), inParts: newCache(), cut: newCache() }));
    return forms;
  };
  return {
    whole: (asked) =>
      cached(cacheFor(formsOf(asked.document), asked), asked.operationName, () => compile(asked, supergraph, sources, plan)),
    inParts: ({ document, operationName }) =>
      cached(formsOf(document).inParts, operationName, () =>
        compileInParts(operationOf(document, operationName), supergraph, sources, plan),
      ),
  };
}

const newCache = <Key extends {}, Value extends {}>(): LRUCache<Key, Value> => new LRUCache<Key, Value>({ max: MAX_FORMS });

function cached<Compiled>(cache: OperationCache<Compiled>, operationName: string | null, make: () => Made<Compiled>): Made<Compiled> {
  const name = operationName ?? '';
  const known = cache.get(name);
  if (known !== undefined) return known.operation;
  const entry = { operation: make() };
  cache.set(name, entry);
  if (entry.operation instanceof Promise) {
    entry.operation.then(
      (made) => (entry.operation = made),
      // What is too complex stays so; anything else may go better the next time.
      (error: unknown) => (error instanceof DomainError && !error.extensions.retry ? undefined : cache.delete(name)),
    );
  }
  return entry.operation;
}

function cacheFor({ whole, cut }: Forms, { document, permitted }: Asked): OperationCache<CompiledOperation> {
  if (permitted === null) return whole;
  // Where nothing is left, the whole document stands for it: nobody asks for the whole of it as a part.
  const part = permitted.document ?? document;
  let cache = cut.get(part);
  if (cache === undefined) cut.set(part, (cache = newCache()));
  return cache;
}

function compile(
  { document, operationName, permitted }: Asked,
  supergraph: Supergraph,
  sources: ReadonlyMap<string, Source>,
  plan: Planner['plan'],
): Made<CompiledOperation> {
  const operation = operationOf(document, operationName);
  if (operation === null) return null;
  const part = permitted === null ? operation : permitted.document === null ? null : operationOf(permitted.document, operationName);
  return whenPlanned(part === null ? null : plan(plannedDocument(part, supergraph)), (made) => ({
    operation,
    step: made === null ? null : compilePlan(made, supergraph, sources),
    respond: compileResponse(supergraph, operation, permitted === null ? undefined : part),
    clientPath: clientPaths(operation),
  }));
}

function compileInParts(
  whole: Operation | null,
  supergraph: Supergraph,
  sources: ReadonlyMap<string, Source>,
  plan: Planner['plan'],
): Made<DeferringOperation> {
  if (whole === null) return null;
  const { operation, labels } = deferredOperation(whole);
  return whenPlanned(plan(plannedDocument(operation, supergraph, true)), (made) => ({
    operation,
    step: compilePlan(made, supergraph, sources),
    respond: compilePartialResponse(supergraph, operation),
    clientPath: clientPaths(operation),
    labels,
    planned: deferredLabels(made),
  }));
}

const whenPlanned = <Plan, Compiled>(plan: Plan | Promise<Plan>, compiled: (made: Plan) => Compiled): Compiled | Promise<Compiled> =>
  plan instanceof Promise ? plan.then(compiled) : compiled(plan);
