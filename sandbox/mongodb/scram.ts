import { createHash, createHmac, pbkdf2Sync, randomBytes, timingSafeEqual } from 'node:crypto';
import { Binary, type Document } from 'mongodb';

const ITERATIONS = 4096;

/** One login over SCRAM-SHA-256. RFC 5802, RFC 7677. */
export class ScramLogin {
  readonly #password: (user: string) => string | null;
  readonly #salt = randomBytes(16);
  #bare = '';
  #first = '';
  #nonce = '';
  #user = '';

  constructor(password: (user: string) => string | null) {
    this.#password = password;
  }

  /** Takes the client's first message. @returns the server's */
  start(payload: Uint8Array): Document {
    this.#bare = Buffer.from(payload).toString().replace(/^n,,/u, '');
    const parts = partsOf(this.#bare);
    this.#user = (parts.get('n') ?? '').replaceAll('=2C', ',').replaceAll('=3D', '=');
    this.#nonce = `${parts.get('r') ?? ''}${randomBytes(18).toString('base64')}`;
    this.#first = `r=${this.#nonce},s=${this.#salt.toString('base64')},i=${ITERATIONS}`;
    return { conversationId: 1, done: false, payload: new Binary(Buffer.from(this.#first)), ok: 1 };
  }

  /** Takes the proof. @returns the server's signature; null when the proof is wrong */
  finish(payload: Uint8Array): Document | null {
    const text = Buffer.from(payload).toString();
    const parts = partsOf(text);
    const password = this.#password(this.#user);
    if (password === null || parts.get('r') !== this.#nonce) return null;
    const salted = pbkdf2Sync(password, this.#salt, ITERATIONS, 32, 'sha256');
    const clientKey = hmac(salted, 'Client Key');
    const message = `${this.#bare},${this.#first},${text.replace(/,p=.*$/u, '')}`;
    const signature = hmac(createHash('sha256').update(clientKey).digest(), message);
    const proof = Buffer.from(parts.get('p') ?? '', 'base64');
    const expected = Buffer.from(clientKey.map((byte, at) => byte ^ (signature[at] ?? 0)));
    if (proof.length !== expected.length || !timingSafeEqual(proof, expected)) return null;
    const verifier = hmac(hmac(salted, 'Server Key'), message).toString('base64');
    return { conversationId: 1, done: true, payload: new Binary(Buffer.from(`v=${verifier}`)), ok: 1 };
  }
}

const hmac = (key: Uint8Array, text: string): Buffer => createHmac('sha256', key).update(text).digest();

const partsOf = (message: string): Map<string, string> =>
  new Map(message.split(',').map((part): [string, string] => [part.slice(0, 1), part.slice(2)]));
