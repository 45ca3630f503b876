import { z } from 'zod';
import type { DomainError } from '../../kernel/errors/domain-error.ts';
import { inputProblem, type InputProblem } from '../../kernel/errors/input-problem.type.ts';
import { MAX_PASSWORD_CHARACTERS, MIN_PASSWORD_CHARACTERS } from '../session/password.ts';
import { sessionErrors } from '../session/session.errors.ts';

export const MAX_NAME_CHARACTERS = 100;
const emailSchema = z.email().max(254);

export interface Registration {
  tenantName: string;
  email: string;
  displayName: string;
  password: string;
}

/** The e-mail as it is stored and compared: trimmed, lower case. */
export function normaliseEmail(email: string): string {
  return email.trim().toLowerCase();
}

/** Everything that is wrong with a registration, in the order of its fields. */
export function registrationProblems(input: Registration): InputProblem[] {
  const checks: [boolean, DomainError, keyof Registration][] = [
    [isName(input.tenantName), sessionErrors.NAME_INVALID({ maximum: MAX_NAME_CHARACTERS }), 'tenantName'],
    [emailSchema.safeParse(normaliseEmail(input.email)).success, sessionErrors.EMAIL_INVALID({}), 'email'],
    [isName(input.displayName), sessionErrors.NAME_INVALID({ maximum: MAX_NAME_CHARACTERS }), 'displayName'],
    [input.password.length >= MIN_PASSWORD_CHARACTERS, sessionErrors.PASSWORD_TOO_SHORT({ minimum: MIN_PASSWORD_CHARACTERS }), 'password'],
    [input.password.length <= MAX_PASSWORD_CHARACTERS, sessionErrors.PASSWORD_TOO_LONG({ maximum: MAX_PASSWORD_CHARACTERS }), 'password'],
  ];
  return checks.flatMap(([fine, error, field]) => (fine ? [] : [inputProblem(error, field)]));
}

function isName(text: string): boolean {
  const length = text.trim().length;
  return length >= 1 && length <= MAX_NAME_CHARACTERS;
}

/** A short name for addresses: ASCII words joined by dashes, with the first digits of the id so that it is unique. */
export function slugOf(name: string, id: string): string {
  const words = name
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-+|-+$/g, '')
    .slice(0, 40);
  return `${words === '' ? 'tenant' : words}-${id.slice(0, 8)}`;
}
