import { Kind, visit, type DirectiveNode } from 'graphql';
import { LRUCache } from 'lru-cache';
import type { DomainError } from '../../../subgraphs/kernel/errors/domain-error.ts';
import { engineErrors } from '../engine.errors.ts';
import type { Operation } from '../planning/planned-document.ts';
import type { Entity } from '../steps/run.ts';
import type { Supergraph } from '../supergraph.ts';
import { compileIntrospection, type Introspection } from './introspection.ts';
import { compositeShape } from './object-fields.ts';
import { NULL, type Pass, type Shape } from './pass.ts';

/** Combinations of the conditions of one operation that are kept compiled. */
const MAX_COMBINATIONS = 32;
const MAX_MEGABYTES = 64;
const MAX_CHARACTERS = MAX_MEGABYTES * 1024 * 1024;

/** What of a supergraph decides how it answers. */
type Answered = Pick<Supergraph, 'apiSchema' | 'withArguments'>;

/** What a response is written from. */
export interface Written {
  data: Entity;
  coerced: Readonly<Record<string, unknown>>;
  shared: ReadonlySet<object>;
  absent: ReadonlySet<object>;
}

/** Told of each value that is not what its type wants, with its place in the response. */
export type FaultReport = (error: DomainError, path: readonly (string | number)[]) => void;

/** Writes the `data` of a response as JSON text; null when a null went all the way up. @throws RESPONSE_TOO_LARGE */
export type Responder = (written: Written, report: FaultReport) => string;

/** @param permitted the part of the operation that may be asked for; undefined: all of it, null: none */
export function compileResponse(supergraph: Answered, operation: Operation, permitted: Operation | null | undefined): Responder {
  const conditions = conditionsOf(operation);
  const combinations = new LRUCache<string, { shape: Shape; introspection: Introspection | null }>({ max: MAX_COMBINATIONS });
  return ({ data, coerced, shared, absent }, report) => {
    const combination = conditions.map((name) => (coerced[name] === true ? 'y' : 'n')).join('');
    let compiled = combinations.get(combination);
    if (compiled === undefined) {
      compiled = compileFor(supergraph, operation, permitted, coerced);
      combinations.set(combination, compiled);
    }
    const { shape, introspection } = compiled;
    const first: Pass = { shared, absent, texts: new Map(), introspection: introspection?.(coerced) ?? {}, faults: 0, account: null };
    const text = textOf(() => shape(data, first));
    if (text.length > MAX_CHARACTERS) throw engineErrors.RESPONSE_TOO_LARGE({ megabytes: MAX_MEGABYTES });
    if (first.faults > 0) shape(data, { ...first, faults: 0, account: { path: [], report } });
    return text;
  };
}

/** @throws RESPONSE_TOO_LARGE when it is longer than any string can be */
function textOf(write: () => string): string {
  try {
    return write();
  } catch (cause) {
    if (cause instanceof RangeError) throw engineErrors.RESPONSE_TOO_LARGE({ megabytes: MAX_MEGABYTES }, { cause });
    throw cause;
  }
}

function compileFor(
  { apiSchema: schema, withArguments }: Answered,
  operation: Operation,
  permitted: Operation | null | undefined,
  conditions: Readonly<Record<string, unknown>>,
): { shape: Shape; introspection: Introspection | null } {
  const { definition } = operation;
  // Fragments of which only a part may be asked for have names of their own.
  const fragments = new Map([...operation.fragments, ...(permitted?.fragments ?? [])]);
  const selecting = { schema, withArguments, fragments, conditions, deferred: null };
  const root = schema.getRootType(definition.operation) ?? null;
  const sets = permitted === undefined ? null : permitted === null ? [] : [permitted.definition.selectionSet];
  const shape =
    root === null
      ? () => NULL
      : compositeShape(root, { field: root.name, nullable: true }, { sets: [definition.selectionSet], permitted: sets }, selecting);
  return { shape, introspection: compileIntrospection(operation, selecting) };
}

/** The variables that decide which fields are asked for. */
function conditionsOf({ definition, fragments }: Operation): string[] {
  const names = new Set<string>();
  const Directive = ({ arguments: given }: DirectiveNode): void => {
    for (const { name, value } of given ?? []) {
      if (name.value === 'if' && value.kind === Kind.VARIABLE) names.add(value.name.value);
    }
  };
  for (const node of [definition, ...fragments.values()]) visit(node, { Directive });
  return [...names].toSorted();
}
