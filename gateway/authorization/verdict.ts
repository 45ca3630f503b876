import type { DocumentNode, GraphQLError } from 'graphql';
import type { DomainError } from '../../subgraphs/kernel/errors/domain-error.ts';

/** What is done about fields that may not be read: the whole request is refused, or they are left out and null. */
export type AuthorizationMode = 'REFUSE' | 'NULL';

/** What the sender of an operation may ask. */
export interface Verdict {
  /** Why nothing of it is answered; null when something is. */
  refusal: DomainError | null;
  /** What may be planned of it, `document` null: nothing; null: all of it, as it was sent. */
  permitted: { document: DocumentNode | null } | null;
  /** In mode NULL one for each place that is left out and asked for with these variables; 100 at most. */
  errorsFor: (variables: Readonly<Record<string, unknown>>) => readonly GraphQLError[];
}

const NO_ERRORS: readonly GraphQLError[] = [];

/** The verdict that lets everything through. */
export const EVERYTHING: Verdict = { refusal: null, permitted: null, errorsFor: () => NO_ERRORS };

/** The verdict that lets nothing through. */
export function refused(refusal: DomainError): Verdict {
  return { refusal, permitted: { document: null }, errorsFor: () => NO_ERRORS };
}
