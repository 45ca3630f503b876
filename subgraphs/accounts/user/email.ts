import { z } from 'zod';
import { sessionErrors } from '../session/session.errors.ts';

const MAX_EMAIL_CHARACTERS = 254;
const schema = z.email().max(MAX_EMAIL_CHARACTERS);
/** Letters of other alphabets are refused before anything turns them into ours: a Kelvin sign in lower case is a k. */
const PLAIN = /^[\x21-\x7E]+$/u;

/** The e-mail as it is stored and compared: trimmed, lower case. Null for what no account can have, so that nothing is looked up by it. */
export function lookUpForm(email: string): string | null {
  const trimmed = email.trim();
  return trimmed.length <= MAX_EMAIL_CHARACTERS && PLAIN.test(trimmed) ? trimmed.toLowerCase() : null;
}

/** The address in its normal form. @throws EMAIL_INVALID, EMAIL_NOT_PLAIN */
export function emailOf(text: string): string {
  const trimmed = text.trim();
  if (trimmed.length > MAX_EMAIL_CHARACTERS) throw sessionErrors.EMAIL_INVALID({});
  if (trimmed !== '' && !PLAIN.test(trimmed) && !/\s/u.test(trimmed)) throw sessionErrors.EMAIL_NOT_PLAIN({});
  const email = trimmed.toLowerCase();
  if (!schema.safeParse(email).success) throw sessionErrors.EMAIL_INVALID({});
  return email;
}
