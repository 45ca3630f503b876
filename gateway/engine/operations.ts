import { print, type DocumentNode } from 'graphql';
import { LRUCache } from 'lru-cache';
import { DomainError } from '../../subgraphs/kernel/errors/domain-error.ts';
import {
  compileInParts,
  compileOperation,
  type CompiledFor,
  type CompiledOperation,
  type DeferringOperation,
} from './compile-operation.ts';
import { decide, decidersOf, type Decider } from './planning/conditions.ts';
import { operationOf, type Operation } from './planning/planned-document.ts';

const MAX_DOCUMENTS = 2_000;
/** Parts of one document that different callers may ask for. */
const MAX_PARTS = 50;
/** Operations of one document, each in every form it is asked for in. */
const MAX_OPERATIONS = 50;
/** Ways in which the conditions of one operation are decided. */
const MAX_CASES = 64;

/** What of a request decides how it is compiled. */
export interface Asked {
  document: DocumentNode;
  operationName: string | null;
  permitted: { document: DocumentNode | null } | null;
  /** As sent: those that decide what is asked count. */
  variables: Readonly<Record<string, unknown>>;
}

/** Compiles operations once per document, name, permitted part and case. Null: the document has no such operation. Both reject as the planner does. */
export interface Operations {
  whole(asked: Asked): Promise<CompiledOperation> | CompiledOperation | null;
  inParts(asked: Omit<Asked, 'permitted'>): Promise<DeferringOperation> | DeferringOperation | null;
  /** What was asked lately, the latest first. */
  latest(): LatelyAsked[];
}

/** An operation that somebody asked. */
export interface LatelyAsked {
  document: DocumentNode;
  operationName: string | null;
}

interface Forms {
  document: DocumentNode;
  /** Nothing is cut off. */
  whole: Named<CompiledOperation>;
  inParts: Named<DeferringOperation>;
  /** By the text that is left of it; an empty one is nothing. */
  cut: LRUCache<string, Named<CompiledOperation>>;
}

/** Operations by name; null where there is none of that name. */
type Named<Compiled> = LRUCache<string, Known<Compiled> | typeof MISSING>;
const MISSING = Symbol('no such operation');

/** One operation, as far as it was compiled: by how its conditions are decided. */
interface Known<Compiled> {
  operation: Operation;
  deciders: readonly Decider[];
  cases: LRUCache<string, { compiled: Compiled | Promise<Compiled> }>;
}

/** The compiled operations of one supergraph, found by the document or, when it is another object, by its text; the least recently used are forgotten. */
export function createOperations(using: CompiledFor): Operations {
  const documents = new LRUCache<DocumentNode, Forms>({ max: MAX_DOCUMENTS });
  // Requests that come together have each parsed the same text for themselves: they wait for one plan.
  const texts = new LRUCache<string, Forms>({ max: MAX_DOCUMENTS });
  const formsOf = (document: DocumentNode): Forms => {
    let forms = documents.get(document);
    if (forms !== undefined) return forms;
    const text = textOf(document);
    forms = texts.get(text);
    if (forms === undefined)
      texts.set(text, (forms = { document, whole: named(), inParts: named(), cut: new LRUCache({ max: MAX_PARTS }) }));
    documents.set(document, forms);
    return forms;
  };
  return {
    whole: (asked) =>
      compiledFor(partOf(formsOf(asked.document), asked), asked, (operation, decided) =>
        compileOperation(operation, permittedOf(asked), decided, using),
      ),
    inParts: (asked) =>
      compiledFor(formsOf(asked.document).inParts, asked, (operation, decided) => compileInParts(operation, decided, using)),
    latest: () =>
      [...texts.values()].flatMap(({ document, whole }) =>
        [...whole.keys()].map((name) => ({ document, operationName: name === '' ? null : name })),
      ),
  };
}

const printed = new WeakMap<DocumentNode, string>();

/** What a document says, not what it was read from: a part of it may still point to the whole. */
function textOf(document: DocumentNode): string {
  let text = printed.get(document);
  if (text === undefined) printed.set(document, (text = print(document)));
  return text;
}

const named = <Compiled>(): Named<Compiled> => new LRUCache({ max: MAX_OPERATIONS });

function partOf({ whole, cut }: Forms, { permitted }: Asked): Named<CompiledOperation> {
  if (permitted === null) return whole;
  const part = permitted.document === null ? '' : textOf(permitted.document);
  let operations = cut.get(part);
  if (operations === undefined) cut.set(part, (operations = named()));
  return operations;
}

function permittedOf({ permitted, operationName }: Asked): Operation | null | undefined {
  if (permitted === null) return undefined;
  return permitted.document === null ? null : operationOf(permitted.document, operationName);
}

function compiledFor<Compiled>(
  operations: Named<Compiled>,
  { document, operationName, variables }: Omit<Asked, 'permitted'>,
  compile: (operation: Operation, decided: ReadonlyMap<string, boolean>) => Compiled | Promise<Compiled>,
): Compiled | Promise<Compiled> | null {
  const name = operationName ?? '';
  let known = operations.get(name);
  if (known === undefined) {
    const operation = operationOf(document, operationName);
    known = operation === null ? MISSING : { operation, deciders: decidersOf(operation), cases: new LRUCache({ max: MAX_CASES }) };
    operations.set(name, known);
  }
  if (known === MISSING) return null;
  const { operation, deciders, cases } = known;
  const decided = deciders.length === 0 ? UNDECIDED : decide(deciders, variables);
  const key = decided === UNDECIDED ? '' : [...decided.values()].map(Number).join('');
  const kept = cases.get(key);
  if (kept !== undefined) return kept.compiled;
  const entry = { compiled: compile(operation, decided) };
  cases.set(key, entry);
  if (entry.compiled instanceof Promise) {
    entry.compiled.then(
      (made) => (entry.compiled = made),
      // What is too complex stays so; anything else may go better the next time.
      (error: unknown) => (error instanceof DomainError && !error.extensions.retry ? undefined : cases.delete(key)),
    );
  }
  return entry.compiled;
}

const UNDECIDED: ReadonlyMap<string, boolean> = new Map();
