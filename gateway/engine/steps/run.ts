import type { GraphQLError } from 'graphql';
import type { GatewayContext } from '../../context.ts';
import type { KnownAnswers } from './known-answers.ts';
import type { Later } from './later.ts';

/** An object of the data that is being put together. */
export type Entity = Record<string, unknown>;

/** One execution of a compiled plan: what its steps share. */
export interface Run {
  readonly context: GatewayContext;
  /** Variables as the caller sent them; subgraphs coerce them and know the defaults. */
  readonly variables: Readonly<Record<string, unknown>>;
  /** The same, coerced, defaults included: conditions go by these. */
  readonly coerced: Readonly<Record<string, unknown>>;
  /** The response so far: everything that subgraphs said, merged. */
  readonly data: Entity;
  readonly errors: GraphQLError[];
  /** Answers that other fetches of this run may use too, by class of fetch; empty in mutations. */
  readonly known: Map<number, KnownAnswers>;
  /** Objects that stand at several places of the data: written into the response once. */
  readonly shared: Set<object>;
  /** Objects that a subgraph was asked about and does not know. */
  readonly absent: Set<object>;
  /** What comes after the first part of the response; null when everything comes at once. */
  readonly later: Later | null;
  /** A path of the data as the caller knows it: under the caller's names, and no further than what was asked for. */
  clientPath(path: readonly (string | number)[]): (string | number)[];
}

/** A compiled node of a plan; nothing to wait for gives undefined. Never rejects: what fails is in `run.errors`. */
export type Step = (run: Run, cursor: readonly Entity[]) => Promise<void> | undefined;

/** Whether a value of unknown origin is an object with keys. */
export function isEntity(value: unknown): value is Entity {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
