import { hash, verify } from '@node-rs/argon2';
import { assertOutsideUnitOfWork } from '../../kernel/database/unit-guard.ts';

export const MIN_PASSWORD_CHARACTERS = 10;
export const MAX_PASSWORD_CHARACTERS = 200;

/** Argon2id by its number in the specification (the package's enum does not exist at run time). */
const ARGON2ID = 2;
/** OWASP's first recommendation for Argon2id: 19 MiB, two passes, one lane. */
const OPTIONS = { algorithm: ARGON2ID, memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

let decoy: Promise<string> | null = null;

/** Argon2id hash with its parameters and salt in it; runs on a thread of its own. */
export function hashPassword(password: string): Promise<string> {
  assertOutsideUnitOfWork('hashing a password');
  return hash(password, OPTIONS);
}

/** Whether the password is the one of this hash. Takes as long when there is no hash, so that timing tells nothing about who exists. */
export async function verifyPassword(stored: string | null, password: string): Promise<boolean> {
  assertOutsideUnitOfWork('verifying a password');
  if (password.length > MAX_PASSWORD_CHARACTERS) return false;
  decoy ??= hash('no password is this', OPTIONS);
  const matches = await verify(stored ?? (await decoy), password);
  return stored !== null && matches;
}
