import { createHash, createHmac, randomBytes, timingSafeEqual } from 'node:crypto';

const UUID_BYTES = 16;
const GENERATION_BYTES = 4;
const SECRET_BYTES = 32;
const BODY_BYTES = 2 * UUID_BYTES + GENERATION_BYTES + SECRET_BYTES;
const MAC_BYTES = 32;
/** Lets scanners of leaked secrets know one when they see it. */
const PREFIX = 'aosr_';
const MAX_CHARACTERS = 200;

/** What a refresh token says. Only whoever holds the latest one of its session may go on. */
export interface RefreshToken {
  tenantId: string;
  sessionId: string;
  /** Counts the tokens of a session from 0; each is exchanged for the next. */
  generation: number;
  secret: Buffer;
}

/** The first token of a session. */
export function firstToken(tenantId: string, sessionId: string): RefreshToken {
  return { tenantId, sessionId, generation: 0, secret: randomBytes(SECRET_BYTES) };
}

/**
 * The token after this one. It follows from it and the server's key, so that whoever asks twice with the same token (a reply was lost, two
 * windows asked at once) gets the same one twice, although only its hash is kept.
 */
export function nextToken(token: RefreshToken, key: Uint8Array): RefreshToken {
  const secret = createHmac('sha256', key).update('refresh-next').update(bodyOf(token)).digest();
  return { ...token, generation: token.generation + 1, secret };
}

/** The token as it is handed out. The last part says that it is one of ours, so that strangers cannot pass off others as old ones. */
export function writeToken(token: RefreshToken, key: Uint8Array): string {
  const body = bodyOf(token);
  return PREFIX + Buffer.concat([body, macOf(body, key)]).toString('base64url');
}

/** Reads a token that we made; null for anything else. */
export function readToken(text: string, key: Uint8Array): RefreshToken | null {
  if (!text.startsWith(PREFIX) || text.length > MAX_CHARACTERS) return null;
  const bytes = Buffer.from(text.slice(PREFIX.length), 'base64url');
  // One way to write it only: decoding forgives what is no part of it.
  if (bytes.length !== BODY_BYTES + MAC_BYTES || PREFIX + bytes.toString('base64url') !== text) return null;
  const body = bytes.subarray(0, BODY_BYTES);
  if (!timingSafeEqual(macOf(body, key), bytes.subarray(BODY_BYTES))) return null;
  return {
    tenantId: uuidOf(body.subarray(0, UUID_BYTES)),
    sessionId: uuidOf(body.subarray(UUID_BYTES, 2 * UUID_BYTES)),
    generation: body.readUInt32BE(2 * UUID_BYTES),
    secret: Buffer.from(body.subarray(2 * UUID_BYTES + GENERATION_BYTES)),
  };
}

/** What is kept of a token: enough to know it again, not to make it. */
export function hashOfToken(token: RefreshToken): string {
  return createHash('sha256').update(bodyOf(token)).digest('hex');
}

function bodyOf({ tenantId, sessionId, generation, secret }: RefreshToken): Buffer {
  const count = Buffer.alloc(GENERATION_BYTES);
  count.writeUInt32BE(generation);
  return Buffer.concat([bytesOf(tenantId), bytesOf(sessionId), count, secret]);
}

function macOf(body: Buffer, key: Uint8Array): Buffer {
  return createHmac('sha256', key).update('refresh-token').update(body).digest();
}

function bytesOf(uuid: string): Buffer {
  return Buffer.from(uuid.replaceAll('-', ''), 'hex');
}

function uuidOf(bytes: Buffer): string {
  const hex = bytes.toString('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}
