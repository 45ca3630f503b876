import type { IncomingMessage } from 'node:http';
import { httpErrors } from './http.errors.ts';

export const MAX_BODY_BYTES = 256 * 1024;
const BODY_TIMEOUT_MS = 5_000;
/** So much of a body that is too large is still taken in: closing on a client that writes would keep it from reading why. */
const MAX_DISCARDED_BYTES = 4 * 1024 * 1024;

/** Reads a JSON body of at most 256 KiB within 5 s. @throws BODY_TOO_LARGE, BODY_TOO_SLOW, BODY_NOT_JSON */
export async function readJson(request: IncomingMessage): Promise<unknown> {
  const body = await readBody(request);
  try {
    return JSON.parse(body.toString('utf8'));
  } catch (cause) {
    throw httpErrors.BODY_NOT_JSON({}, { cause });
  }
}

function readBody(request: IncomingMessage): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let bytes = 0;
    const settle = (error: Error | null): void => {
      clearTimeout(timer);
      request.off('data', take).off('end', end).off('close', gone);
      if (error !== null) reject(error);
      else resolve(chunks.length === 1 && chunks[0] !== undefined ? chunks[0] : Buffer.concat(chunks, bytes));
    };
    const tooLarge = (): Error => httpErrors.BODY_TOO_LARGE({ maximum: MAX_BODY_BYTES });
    const take = (chunk: Buffer): void => {
      bytes += chunk.length;
      if (bytes <= MAX_BODY_BYTES) chunks.push(chunk);
      else if (bytes > MAX_DISCARDED_BYTES) settle(tooLarge());
    };
    const end = (): void => settle(bytes > MAX_BODY_BYTES ? tooLarge() : null);
    const gone = (): void => settle(httpErrors.BODY_TOO_SLOW({}));
    const timer = setTimeout(gone, BODY_TIMEOUT_MS);
    request.on('data', take).on('end', end).on('close', gone);
  });
}
