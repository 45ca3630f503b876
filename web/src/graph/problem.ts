import type { CombinedError } from '@urql/core';

/** A failure as a person needs it: what happened, what to do, and whether trying again helps. */
export interface Problem {
  code: string;
  message: string;
  todo: string;
  retry: boolean;
}

export const UNAUTHENTICATED = 'UNAUTHENTICATED';

function textOf(value: unknown): string | null {
  return typeof value === 'string' && value !== '' ? value : null;
}

/** Turns what urql reports into a Problem: the first graph error with its code and advice, else the network's failure. */
export function problemOf(error: CombinedError): Problem {
  const [first] = error.graphQLErrors;
  if (first) {
    const { code, todo, retry } = first.extensions;
    return { code: textOf(code) ?? 'UNKNOWN', message: first.message, todo: textOf(todo) ?? '', retry: retry !== false };
  }
  return {
    code: 'SERVER_UNREACHABLE',
    message: 'The server did not answer.',
    todo: 'Check that AutonomOS is running and that you are online, then try again.',
    retry: true,
  };
}

/** A refused input (`InputRefused.problems`) shown as one Problem; field problems are shown at their fields. */
export function problemOfRefusal(problems: readonly { code: string; message: string; todo: string }[]): Problem {
  const [first] = problems;
  return first
    ? { code: first.code, message: first.message, todo: first.todo, retry: false }
    : { code: 'REFUSED', message: 'The server refused this.', todo: 'Check what you entered and try again.', retry: false };
}
