import type { GraphQLError } from 'graphql';
import { inspect } from 'graphql/jsutils/inspect.js';

/** Where a value stands in the answer. Compared by identity: a place is made once for each field or item that is executed. */
export interface Place {
  readonly prev: Place | undefined;
  readonly key: string | number;
  readonly typename: string | undefined;
}

/** One execution of an operation. */
export class Run {
  readonly root: unknown;
  readonly context: unknown;
  readonly variables: Record<string, unknown>;
  readonly errors: GraphQLError[] = [];
  /** Arguments that were worked out already, by the field of the operation they belong to. */
  readonly args = new Map<object, Record<string, unknown>>();
  private readonly failed = new Set<Place | undefined>();

  constructor(root: unknown, context: unknown, variables: Record<string, unknown>) {
    this.root = root;
    this.context = context;
    this.variables = variables;
  }

  /** Keeps an error, unless the place or one above it has become null for another one. */
  add(error: GraphQLError, place: Place | undefined): void {
    if (this.failed.size > 0) {
      if (this.failed.has(undefined)) return;
      for (let above = place; above !== undefined; above = above.prev) if (this.failed.has(above)) return;
    }
    this.failed.add(place);
    this.errors.push(error);
  }
}

/** Whether a resolver's answer is still to come. */
export function isPromise(value: unknown): value is PromiseLike<unknown> {
  return typeof value === 'object' && value !== null && typeof (value as { then?: unknown }).then === 'function';
}

/**
 * Waits for every promise that is a property of `values` (an object or a list) and puts its value in its place. Rejects with the first that
 * does; the others are waited for by nobody.
 */
export function settle<T extends object>(values: T): Promise<T> {
  return new Promise((resolve, reject) => {
    const slots = values as Record<string, unknown>;
    // One more than there are, so that nothing is over before everything was looked at.
    let left = 1;
    const oneLess = (): void => {
      if (--left === 0) resolve(values);
    };
    const arrived = (key: string, value: unknown): void => {
      slots[key] = value;
      oneLess();
    };
    for (const key of Object.keys(slots)) {
      const value = slots[key];
      if (!isPromise(value)) continue;
      left += 1;
      value.then((settled) => arrived(key, settled), reject);
    }
    oneLess();
  });
}

/** Fails with the error once what was begun has ended: nothing of a request may go on after its answer. */
export async function failAfter(begun: object, error: unknown): Promise<never> {
  await settle(begun).catch(() => undefined);
  throw error;
}

/** A property of what a resolver gave, which may be anything; an Error in its place when reading it threw. */
export function readProperty(source: unknown, name: string): unknown {
  if ((typeof source !== 'object' || source === null) && typeof source !== 'function') return undefined;
  try {
    return (source as Record<string, unknown>)[name];
  } catch (error) {
    return asError(error);
  }
}

/** What was thrown, as the Error that makes a value fail. */
export function asError(thrown: unknown): Error {
  return thrown instanceof Error ? thrown : new Error(`Unexpected error value: ${inspect(thrown)}`);
}
