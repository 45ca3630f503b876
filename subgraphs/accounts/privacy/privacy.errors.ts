import { defineErrors } from '../../kernel/errors/domain-error.ts';

/** Failures of the privacy centre that were foreseen. */
export const privacyErrors = defineErrors('accounts', {
  POLICY_SOURCE_INVALID: {
    message: (d: { source: string }) => `A policy for ${d.source} needs to say which.`,
    todo: 'Give connectionKind for CONNECTIONS, connectionId for CONNECTION, and neither for the others.',
    retry: false,
    status: 400,
  },
  RETENTION_OUT_OF_BOUNDS: {
    message: (d: { minimum: number; maximum: number }) => `The platform allows ${d.minimum} to ${d.maximum} days.`,
    todo: 'Choose a number of days within these bounds, or none to go back to the platform’s own.',
    retry: false,
    status: 400,
  },
  IDENTIFIER_INVALID: {
    message: (d: { reason: string }) => d.reason,
    todo: 'Give a whole e-mail address, a telephone number with its country code, a full name, or a key with the table it is of.',
    retry: false,
    status: 400,
  },
  SUBJECT_IS_OWNER: {
    message: () => 'This person owns the workspace; forgetting them would leave nobody to look after it.',
    todo: 'Make somebody else the owner first.',
    retry: false,
    status: 409,
  },
  ERASURE_NOT_WAITING: {
    message: (d: { status: string }) => `This request is ${d.status.toLowerCase().replaceAll('_', ' ')}; nothing waits for a decision.`,
    todo: 'Read the request again.',
    retry: false,
    status: 409,
  },
  ERASURE_SECOND_PERSON: {
    message: () => 'Whoever asked for it cannot confirm it.',
    todo: 'Have another owner or administrator confirm the request.',
    retry: false,
    status: 403,
  },
  CONSENT_INVALID: {
    message: (d: { reason: string }) => d.reason,
    todo: 'Correct the named value and send it again.',
    retry: false,
    status: 400,
  },
  EXPORT_NOT_READY: {
    message: () => 'There is no such archive, or none any more.',
    todo: 'Wait until it is READY, or ask for a new one; archives are kept for a day.',
    retry: false,
    status: 404,
  },
});
