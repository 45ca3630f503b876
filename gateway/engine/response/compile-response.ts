import { Kind, visit, type DirectiveNode } from 'graphql';
import { LRUCache } from 'lru-cache';
import type { DomainError } from '../../../subgraphs/kernel/errors/domain-error.ts';
import { engineErrors } from '../engine.errors.ts';
import type { Operation } from '../planning/planned-document.ts';
import type { Entity } from '../steps/run.ts';
import type { Supergraph } from '../supergraph.ts';
import { compileIntrospection, type Introspection } from './introspection.ts';
import { compositeShape } from './object-fields.ts';
import { MAX_FAULTS, NULL, type Part, type Pass, type Shape } from './pass.ts';

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

/** The same, leaving parts for later: they are added to `parts`, with where they belong. */
export type PartialResponder = (written: Written, report: FaultReport, parts: Part[]) => string;

/** @param permitted the part of the operation that may be asked for; undefined: all of it, null: none */
export function compileResponse(supergraph: Answered, operation: Operation, permitted: Operation | null | undefined): Responder {
  const compiledFor = combinations(operation, (conditions) => compileFor(supergraph, operation, permitted, conditions, false));
  return ({ data, coerced, shared, absent }, report) => {
    const { shape, introspection } = compiledFor(coerced);
    const first: Pass = { ...EMPTY, shared, absent, texts: new Map(), introspection: introspection?.(coerced) ?? NOTHING };
    const text = textOf(() => shape(data, first));
    if (first.faults > 0) shape(data, { ...first, faults: 0, account: { path: [], report, room: MAX_FAULTS } });
    return text;
  };
}

/** For an operation whose deferred fragments have labels of their own. */
export function compilePartialResponse(supergraph: Answered, operation: Operation): PartialResponder {
  const compiledFor = combinations(operation, (conditions) => compileFor(supergraph, operation, undefined, conditions, true));
  return ({ data, coerced, absent }, report, parts) => {
    const { shape, introspection } = compiledFor(coerced);
    const account = { path: [], report, room: MAX_FAULTS };
    return textOf(() => shape(data, { ...EMPTY, absent, introspection: introspection?.(coerced) ?? NOTHING, account, parts }));
  };
}

/** Writes a part that was left for later; null when it became null. Parts of its own are added to `parts`. @throws RESPONSE_TOO_LARGE */
export function writePart({ shape, value, path }: Part, absent: ReadonlySet<object>, report: FaultReport, parts: Part[]): string {
  return textOf(() => shape(value, { ...EMPTY, absent, account: { path: [...path], report, room: MAX_FAULTS }, parts }));
}

const NOTHING: Readonly<Record<string, string>> = {};
const EMPTY: Pass = {
  shared: new Set(),
  absent: new Set(),
  texts: new Map(),
  introspection: NOTHING,
  faults: 0,
  account: null,
  parts: null,
};

interface Compiled {
  shape: Shape;
  introspection: Introspection | null;
}

/** What is compiled once for each combination of the conditions of an operation. */
function combinations(
  operation: Operation,
  compile: (conditions: Written['coerced']) => Compiled,
): (coerced: Written['coerced']) => Compiled {
  const conditions = conditionsOf(operation);
  const known = new LRUCache<string, Compiled>({ max: MAX_COMBINATIONS });
  return (coerced) => {
    const combination = conditions.map((name) => (coerced[name] === true ? 'y' : 'n')).join('');
    let compiled = known.get(combination);
    if (compiled === undefined) known.set(combination, (compiled = compile(coerced)));
    return compiled;
  };
}

/** @throws RESPONSE_TOO_LARGE also when it is longer than any string can be */
function textOf(write: () => string): string {
  try {
    const text = write();
    if (text.length > MAX_CHARACTERS) throw engineErrors.RESPONSE_TOO_LARGE({ megabytes: MAX_MEGABYTES });
    return text;
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
  defers: boolean,
): Compiled {
  const { definition } = operation;
  // Fragments of which only a part may be asked for have names of their own.
  const fragments = new Map([...operation.fragments, ...(permitted?.fragments ?? [])]);
  const selecting = { schema, withArguments, fragments, conditions, defers };
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
