import type { DomainError } from '../../../subgraphs/kernel/errors/domain-error.ts';

/** JSON text of a value; empty when it is null and may not be, so that null goes up. */
export type Shape = (value: unknown, pass: Pass) => string;

/** The text of null. */
export const NULL = 'null';
/** Not a text: the value is null where its type does not allow that. */
export const RAISED = '';

/**
 * One writing of a response. The first pass only counts what is wrong with the data, because hardly ever anything is; if so, a second one keeps
 * track of where it is, and says what.
 */
export interface Pass {
  /** Objects that stand at several places: their text is made once. */
  readonly shared: ReadonlySet<object>;
  /** Objects that a subgraph was asked about and does not know. */
  readonly absent: ReadonlySet<object>;
  readonly texts: Map<object, Map<object, string>>;
  /** JSON text of introspection fields, by response name. */
  readonly introspection: Readonly<Record<string, string>>;
  /** How often a value was not what its type wants. */
  faults: number;
  /** Set in the second pass. */
  readonly account: Account | null;
  /** Parts that are left for later, in the order in which they were come by; null when nothing is. */
  readonly parts: Part[] | null;
}

/** Where a pass is, and who is told of what is wrong there. */
export interface Account {
  path: (string | number)[];
  report: (error: DomainError, path: readonly (string | number)[]) => void;
  /** How many more are told. */
  room: number;
}

/** Faults that are told of one response: the values are null all the same. */
export const MAX_FAULTS = 50;

/** A fragment of one object that is answered later. */
export interface Part {
  label: string;
  path: readonly (string | number)[];
  value: object;
  shape: Shape;
}

/** Notes that a value is not what its type wants. */
export function fault(pass: Pass, error: () => DomainError): void {
  pass.faults++;
  const { account } = pass;
  if (account === null || account.room-- <= 0) return;
  account.report(error(), [...account.path]);
}
