import type { IncomingMessage } from 'node:http';
import { defineErrors } from '../../subgraphs/kernel/errors/domain-error.ts';

export const MAX_BODY_BYTES = 256 * 1024;
const BODY_TIMEOUT_MS = 5_000;

export const httpErrors = defineErrors('gateway', {
  BODY_TOO_LARGE: {
    message: (d: { maximum: number }) => `The body is larger than ${d.maximum} bytes.`,
    todo: 'Send less at once; files go to the address that `createUpload` gives.',
    retry: false,
    status: 413,
  },
  BODY_NOT_JSON: {
    message: () => 'The body is not JSON.',
    todo: 'Send {"query": "…", "variables": {…}} with content-type application/json.',
    retry: false,
    status: 400,
  },
  BODY_TOO_SLOW: {
    message: () => 'The body did not arrive in time.',
    todo: 'Send the request again over a better connection.',
    retry: true,
    status: 408,
  },
  ROUTE_NOT_FOUND: {
    message: (d: { path: string }) => `There is nothing at ${d.path}.`,
    todo: 'The graph is at /graphql.',
    retry: false,
    status: 404,
  },
});

/** Reads a JSON body of at most 256 KiB within 5 s. @throws BODY_TOO_LARGE, BODY_TOO_SLOW, BODY_NOT_JSON */
export async function readJson(request: IncomingMessage): Promise<unknown> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  const timer = setTimeout(() => request.destroy(httpErrors.BODY_TOO_SLOW({})), BODY_TIMEOUT_MS);
  try {
    for await (const chunk of request as AsyncIterable<Buffer>) {
      bytes += chunk.length;
      if (bytes > MAX_BODY_BYTES) throw httpErrors.BODY_TOO_LARGE({ maximum: MAX_BODY_BYTES });
      chunks.push(chunk);
    }
  } finally {
    clearTimeout(timer);
  }
  try {
    return JSON.parse(Buffer.concat(chunks).toString('utf8'));
  } catch (cause) {
    throw httpErrors.BODY_NOT_JSON({}, { cause });
  }
}
