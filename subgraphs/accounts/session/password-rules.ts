import type { DomainError } from '../../kernel/errors/domain-error.ts';
import { isCommonPassword } from './common-passwords.ts';
import { MAX_PASSWORD_CHARACTERS, MIN_PASSWORD_CHARACTERS } from './password.ts';
import { sessionErrors } from './session.errors.ts';

/** Pieces of somebody's name or address that are shorter say nothing. */
const MIN_PIECE_CHARACTERS = 5;
/** Names are looked at before they are found to be too long. */
const MAX_NAME_CHARACTERS = 200;
/** What has to be left of a password when the pieces are taken out. */
const MIN_REST_CHARACTERS = 6;

/** What is wrong with a new password of somebody with this e-mail and name; null when it is fine. Length and guessability, no rules about signs (NIST SP 800-63B). */
export function passwordFault(password: string, owner: { email: string; names: readonly string[] }): DomainError | null {
  const length = Array.from(password).length;
  if (length < MIN_PASSWORD_CHARACTERS) return sessionErrors.PASSWORD_TOO_SHORT({ minimum: MIN_PASSWORD_CHARACTERS });
  if (password.length > MAX_PASSWORD_CHARACTERS) return sessionErrors.PASSWORD_TOO_LONG({ maximum: MAX_PASSWORD_CHARACTERS });
  if (isCommonPassword(password) || isAboutOwner(password, owner)) return sessionErrors.PASSWORD_COMMON({});
  return null;
}

/** Whether little is left of it without its owner's address and names. */
function isAboutOwner(password: string, { email, names }: { email: string; names: readonly string[] }): boolean {
  const [local = '', domain = ''] = email.toLowerCase().split('@');
  const pieces = [
    local,
    domain,
    ...domain.split('.'),
    ...names.map((name) => name.slice(0, MAX_NAME_CHARACTERS)).flatMap((name) => [name, ...name.split(/\s+/u)]),
  ]
    .map((piece) => piece.toLowerCase().replaceAll(/[^\p{L}\p{N}]/gu, ''))
    .filter((piece) => piece.length >= MIN_PIECE_CHARACTERS)
    .toSorted((a, b) => b.length - a.length);
  const plain = password.toLowerCase().replaceAll(/[^\p{L}\p{N}]/gu, '');
  const rest = pieces.reduce((text, piece) => text.replaceAll(piece, ''), plain);
  return rest.length < plain.length && rest.replaceAll(/\d/gu, '').length < MIN_REST_CHARACTERS;
}
