import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import { DomainError } from '../../../subgraphs/kernel/errors/domain-error.ts';
import type { Fetch } from '../steps/fetch.ts';
import type { Entity, Run } from '../steps/run.ts';
import { answeredKeys } from './answered-keys.ts';
import { pathsTo, type Path } from './paths-to.ts';

/** Errors kept of one run; the door shows fewer. */
const MAX_ERRORS = 50;
/** Places named of one error. */
const MAX_PATHS = 10;

/** The objects that an answer of a subgraph is about, by their index in what it was asked; none for root fields. */
type ObjectsAt = (index: number) => readonly Entity[];

/** Adds what a subgraph complained of, at each place of the client's response that it is about. */
export function reportErrors(run: Run, fetch: Fetch, errors: readonly GraphQLFormattedError[], objects: ObjectsAt | null): void {
  for (const error of errors) {
    if (run.errors.length >= MAX_ERRORS) return;
    for (const path of placesOf(run, fetch, error.path, objects)) add(run, fetch, error, path);
  }
}

function placesOf(run: Run, fetch: Fetch, path: Path | undefined, objects: ObjectsAt | null): (Path | null)[] {
  if (objects === null) return path === undefined || path.length === 0 ? [null] : prefixed(run, fetch, null, path);
  const [, index, ...rest] = path ?? [];
  // Of an error that names no entity it is only known which list of them was asked for.
  if (typeof index !== 'number') return [null];
  const about = objects(index);
  return about.length === 0 ? [] : prefixed(run, fetch, about, rest);
}

function prefixed(run: Run, fetch: Fetch, objects: readonly Entity[] | null, rest: Path): Path[] {
  return pathsTo(run.data, fetch.segments, objects === null ? null : new Set(objects), MAX_PATHS).map((path) => [
    ...path,
    ...rest.map((element) => (typeof element === 'string' ? (fetch.renamed.get(element) ?? element) : element)),
  ]);
}

/** Adds that a subgraph gave no answer at all, at each field that it was to answer. */
export function reportFailure(run: Run, fetch: Fetch, error: unknown, objects: readonly Entity[] | null): void {
  const told = toldOf(error);
  const places = pathsTo(run.data, fetch.segments, objects === null ? null : new Set(objects), MAX_PATHS);
  const keys = answeredKeys(fetch.operation.document);
  const paths = places.flatMap((place) => (keys.length === 0 ? [place] : keys.map((key) => [...place, fetch.renamed.get(key) ?? key])));
  if (paths.length === 0) add(run, fetch, told, null);
  const seen = new Set<string>();
  for (const path of paths.slice(0, MAX_PATHS)) {
    const clipped = run.clientPath(path);
    const key = JSON.stringify(clipped);
    if (!seen.has(key)) add(run, fetch, told, path);
    seen.add(key);
  }
}

function toldOf(error: unknown): GraphQLFormattedError & { cause?: unknown } {
  if (error instanceof GraphQLError) return { message: error.message, extensions: error.extensions, cause: error };
  if (error instanceof DomainError) return { message: error.message, extensions: { ...error.extensions }, cause: error };
  return { message: error instanceof Error ? error.message : String(error), cause: error };
}

function add(run: Run, fetch: Fetch, error: GraphQLFormattedError & { cause?: unknown }, path: Path | null): void {
  if (run.errors.length >= MAX_ERRORS) return;
  const clipped = path === null ? null : run.clientPath(path);
  const extensions = { code: 'DOWNSTREAM_SERVICE_ERROR', ...error.extensions, serviceName: fetch.source.name };
  run.errors.push(
    new GraphQLError(error.message === '' ? `The ${fetch.source.name} service reported an error.` : error.message, {
      ...(clipped === null || clipped.length === 0 ? {} : { path: clipped }),
      ...(error.cause instanceof Error ? { originalError: error.cause } : {}),
      extensions,
    }),
  );
}
