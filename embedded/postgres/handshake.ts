import { refuseSetting } from './sql/settings.ts';
import { DATABASE_NAME } from './database-name.ts';
import { ProtocolError } from './unit.ts';
import { authentication, FRONTEND, readString } from './wire/messages.ts';
import type { Message } from './wire/frame.ts';
import { createVerifier, MECHANISM, ScramExchange } from './wire/scram.ts';
import type { Verifier } from './wire/scram.ts';
import { randomUUID } from 'node:crypto';

/** Who may come in. */
export type Verifiers = ReadonlyMap<string, Verifier>;

export interface Admitted {
  readonly login: string;
  /** The client's start-up parameters that are settings (application_name, TimeZone, `options=-c name=value`). */
  readonly settings: [name: string, value: string][];
}

export type HandshakeStep =
  | { readonly kind: 'send'; readonly bytes: Buffer; readonly typed: boolean }
  | { readonly kind: 'hangUp' }
  | { readonly kind: 'admitted'; readonly bytes: Buffer; readonly client: Admitted };

const PROTOCOL_3 = 0x00030000;
const CANCEL_REQUEST = 80_877_102;
const SSL_REQUEST = 80_877_103;
const GSS_REQUEST = 80_877_104;

const NOT_SETTINGS = new Set(['user', 'database', 'options', 'replication']);
/** Unknown users go through the same exchange with this, so that they cannot be told from a wrong password. */
const NOBODY = createVerifier(randomUUID());

export function createVerifiers(logins: readonly { readonly name: string; readonly password: string }[]): Verifiers {
  return new Map(logins.map(({ name, password }) => [name, createVerifier(password)]));
}

/** From the first byte to a known client: opening packet, then SCRAM-SHA-256. Pure; throws {@link ProtocolError} to refuse (28P01 for any wrong login). */
export class Handshake {
  readonly #verifiers: Verifiers;
  #client: Admitted | null = null;
  #exchange: ScramExchange | null = null;
  #known = false;
  #state: 'opening' | 'first' | 'final' = 'opening';

  constructor(verifiers: Verifiers) {
    this.#verifiers = verifiers;
  }

  take(packet: Message): HandshakeStep {
    if (this.#state === 'opening') return this.#open(packet.bytes);
    if (packet.type !== FRONTEND.PASSWORD) throw new ProtocolError('08P01', 'expected a SASL message');
    return this.#state === 'first' ? this.#first(packet.bytes) : this.#final(packet.bytes);
  }

  #open(bytes: Buffer): HandshakeStep {
    if (bytes.length < 8) throw new ProtocolError('08P01', 'opening packet too short');
    const code = bytes.readInt32BE(4);
    if (code === SSL_REQUEST || code === GSS_REQUEST) return { kind: 'send', bytes: Buffer.from('N'), typed: false };
    if (code === CANCEL_REQUEST) return { kind: 'hangUp' };
    if (code >> 16 !== PROTOCOL_3 >> 16) throw new ProtocolError('08P01', 'only protocol 3 is spoken');
    const parameters = readParameters(bytes);
    const login = parameters.get('user') ?? '';
    const database = parameters.get('database') ?? login;
    if (parameters.has('replication')) throw new ProtocolError('0A000', 'the embedded database does not replicate');
    if (database !== DATABASE_NAME) throw new ProtocolError('3D000', `database "${database}" does not exist`);
    this.#client = { login, settings: readSettings(parameters) };
    const verifier = this.#verifiers.get(login);
    this.#known = verifier !== undefined;
    this.#exchange = new ScramExchange(verifier ?? NOBODY);
    this.#state = 'first';
    return { kind: 'send', bytes: authentication(10, Buffer.from(`${MECHANISM}\0\0`)), typed: true };
  }

  #first(bytes: Buffer): HandshakeStep {
    const [mechanism, lengthAt] = readString(bytes, 5);
    if (mechanism !== MECHANISM) throw new ProtocolError('08P01', `only ${MECHANISM} is offered`);
    const reply = this.#exchange!.first(bytes.toString('utf8', lengthAt + 4));
    if (reply === null) throw this.#refused();
    this.#state = 'final';
    return { kind: 'send', bytes: authentication(11, Buffer.from(reply)), typed: true };
  }

  #final(bytes: Buffer): HandshakeStep {
    const reply = this.#exchange!.final(bytes.toString('utf8', 5));
    if (reply === null || !this.#known) throw this.#refused();
    const welcome = Buffer.concat([authentication(12, Buffer.from(reply)), authentication(0)]);
    return { kind: 'admitted', bytes: welcome, client: this.#client! };
  }

  #refused(): ProtocolError {
    return new ProtocolError('28P01', `password authentication failed for user "${this.#client?.login ?? ''}"`);
  }
}

function readParameters(bytes: Buffer): Map<string, string> {
  const parameters = new Map<string, string>();
  for (let at = 8; at < bytes.length && bytes[at] !== 0;) {
    const [name, valueAt] = readString(bytes, at);
    const [value, next] = readString(bytes, valueAt);
    parameters.set(name, value);
    at = next;
  }
  return parameters;
}

function readSettings(parameters: ReadonlyMap<string, string>): [string, string][] {
  const fromOptions = [...(parameters.get('options') ?? '').matchAll(/(?:-c\s*|--)([\w.-]+)=(\S*)/g)].map((match): [string, string] => [
    match[1]!.replaceAll('-', '_'),
    match[2]!,
  ]);
  const settings = [...[...parameters].filter(([name]) => !NOT_SETTINGS.has(name) && !name.startsWith('_pq_')), ...fromOptions];
  for (const [name, value] of settings) {
    const refusal = refuseSetting(name, value);
    if (refusal) throw new ProtocolError(refusal.sqlState, refusal.message);
  }
  return settings.filter(([name]) => name.toLowerCase() !== 'client_encoding');
}
