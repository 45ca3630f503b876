import type { QueryPlan } from '@apollo/query-planner';
import type { DocumentNode } from 'graphql';
import { LRUCache } from 'lru-cache';
import { DomainError } from '../../subgraphs/kernel/errors/domain-error.ts';
import type { Source } from '../sources/source.ts';
import { clientPaths } from './failures/client-paths.ts';
import { operationOf, plannedDocument, type Operation } from './planning/planned-document.ts';
import type { Planner } from './planning/planner.ts';
import { compileResponse, type Responder } from './response/compile-response.ts';
import { compilePlan } from './steps/compile-plan.ts';
import type { Run, Step } from './steps/run.ts';
import type { Supergraph } from './supergraph.ts';

const MAX_DOCUMENTS = 2_000;
/** Forms of one document: its operations, and what of them different callers may ask for. */
const MAX_FORMS = 50;

/** What of a request decides how it is compiled. */
export interface Asked {
  document: DocumentNode;
  operationName: string | null;
  permitted: { document: DocumentNode | null } | null;
}

/** An operation, ready to run. */
export interface CompiledOperation {
  operation: Operation;
  /** Fetches everything; null when there is nothing to fetch. */
  step: Step | null;
  respond: Responder;
  clientPath: Run['clientPath'];
}

/** Compiles operations once per document, name and permitted part; null when the document has no such operation. Rejects as the planner does. */
export type Operations = (asked: Asked) => Promise<CompiledOperation | null> | CompiledOperation | null;

interface Forms {
  /** By operation name: nothing is cut off. */
  whole: LRUCache<string, Compiled>;
  /** By the document that is left of it, then by operation name. */
  cut: LRUCache<DocumentNode, LRUCache<string, Compiled>>;
}

type Compiled = { operation: CompiledOperation | null | Promise<CompiledOperation | null> };

/** The compiled operations of one supergraph; the least recently used are forgotten. */
export function createOperations(supergraph: Supergraph, sources: ReadonlyMap<string, Source>, plan: Planner['plan']): Operations {
  const documents = new LRUCache<DocumentNode, Forms>({ max: MAX_DOCUMENTS });
  return (asked) => {
    let forms = documents.get(asked.document);
    if (forms === undefined) documents.set(asked.document, (forms = { whole: newCache(), cut: newCache() }));
    const cache = cacheFor(forms, asked);
    const name = asked.operationName ?? '';
    const known = cache.get(name);
    if (known !== undefined) return known.operation;
    const operation = compile(asked, supergraph, sources, plan);
    const compiled: Compiled = { operation };
    cache.set(name, compiled);
    if (operation instanceof Promise) {
      operation.then(
        (made) => (compiled.operation = made),
        // What is too complex stays so; anything else may go better the next time.
        (error: unknown) => (error instanceof DomainError && !error.extensions.retry ? undefined : cache.delete(name)),
      );
    }
    return operation;
  };
}

const newCache = <Key extends {}, Value extends {}>(): LRUCache<Key, Value> => new LRUCache<Key, Value>({ max: MAX_FORMS });

function cacheFor({ whole, cut }: Forms, { document, permitted }: Asked): LRUCache<string, Compiled> {
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
): Compiled['operation'] {
  const operation = operationOf(document, operationName);
  if (operation === null) return null;
  const part = permitted === null ? operation : permitted.document === null ? null : operationOf(permitted.document, operationName);
  const compiled = (made: QueryPlan | null): CompiledOperation => ({
    operation,
    step: made === null ? null : compilePlan(made, supergraph, sources),
    respond: compileResponse(supergraph, operation, permitted === null ? undefined : part),
    clientPath: clientPaths(operation),
  });
  const made = part === null ? null : plan(plannedDocument(part, supergraph));
  return made instanceof Promise ? made.then(compiled) : compiled(made);
}
