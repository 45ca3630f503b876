import { createHash, createHmac, pbkdf2Sync, randomBytes, timingSafeEqual } from 'node:crypto';

/** The server's half of SCRAM-SHA-256 (RFC 5802, RFC 7677), as PostgreSQL speaks it: no channel binding, the user name comes from the opening packet. */
export const MECHANISM = 'SCRAM-SHA-256';

/** PostgreSQL's default (`scram_iterations`). */
const ITERATIONS = 4096;
const SALT_BYTES = 16;
const NONCE_BYTES = 18;
const KEY_BYTES = 32;

/** What a server keeps instead of the password. */
export interface Verifier {
  readonly salt: Buffer;
  readonly iterations: number;
  readonly storedKey: Buffer;
  readonly serverKey: Buffer;
}

const hmac = (key: Buffer, text: string): Buffer => createHmac('sha256', key).update(text).digest();
const xor = (a: Buffer, b: Buffer): Buffer => Buffer.from(a.map((byte, index) => byte ^ b[index]!));

/** Derives a verifier with a fresh salt. Costs a few milliseconds, so it is made once per login, not per connection. */
export function createVerifier(password: string): Verifier {
  const salt = randomBytes(SALT_BYTES);
  const salted = pbkdf2Sync(password.normalize('NFKC'), salt, ITERATIONS, KEY_BYTES, 'sha256');
  const storedKey = createHash('sha256').update(hmac(salted, 'Client Key')).digest();
  return { salt, iterations: ITERATIONS, storedKey, serverKey: hmac(salted, 'Server Key') };
}

/** One login attempt: {@link ScramExchange.first}, then {@link ScramExchange.final}. Null means "refused"; the reason is never told. */
export class ScramExchange {
  readonly #verifier: Verifier;
  #gs2Header = '';
  #clientFirstBare = '';
  #serverFirst = '';
  #nonce = '';

  constructor(verifier: Verifier) {
    this.#verifier = verifier;
  }

  /** Takes client-first-message, gives server-first-message. */
  first(clientFirst: string): string | null {
    const parsed = /^(?<gs2>[ny],[^,]*,)(?<bare>n=[^,]*,r=(?<nonce>[\x21-\x2b\x2d-\x7e]+))$/.exec(clientFirst)?.groups;
    if (!parsed) return null;
    this.#gs2Header = parsed['gs2']!;
    this.#clientFirstBare = parsed['bare']!;
    this.#nonce = parsed['nonce']! + randomBytes(NONCE_BYTES).toString('base64');
    this.#serverFirst = `r=${this.#nonce},s=${this.#verifier.salt.toString('base64')},i=${this.#verifier.iterations}`;
    return this.#serverFirst;
  }

  /** Takes client-final-message, gives server-final-message when the proof is right. */
  final(clientFinal: string): string | null {
    const parsed = /^(?<unproved>c=(?<binding>[^,]+),r=(?<nonce>[^,]+)),p=(?<proof>[A-Za-z0-9+/=]+)$/.exec(clientFinal)?.groups;
    if (!parsed || parsed['nonce'] !== this.#nonce) return null;
    if (Buffer.from(parsed['binding']!, 'base64').toString() !== this.#gs2Header) return null;
    const proof = Buffer.from(parsed['proof']!, 'base64');
    if (proof.length !== KEY_BYTES) return null;
    const transcript = `${this.#clientFirstBare},${this.#serverFirst},${parsed['unproved']!}`;
    const clientKey = xor(proof, hmac(this.#verifier.storedKey, transcript));
    const claimed = createHash('sha256').update(clientKey).digest();
    if (!timingSafeEqual(claimed, this.#verifier.storedKey)) return null;
    return `v=${hmac(this.#verifier.serverKey, transcript).toString('base64')}`;
  }
}
