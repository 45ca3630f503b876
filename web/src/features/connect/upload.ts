import type { Problem } from '../../graph/problem.ts';

export type UploadResult = { ok: true } | { ok: false; problem: Problem };

/** The server tells failures as the graph does: {errors: [{message, extensions: {code, todo, retry}}]}. */
function problemOfAnswer(status: number, body: string): Problem {
  try {
    const { errors } = JSON.parse(body) as { errors?: { message?: unknown; extensions?: Record<string, unknown> }[] };
    const [error] = errors ?? [];
    const { code, todo, retry } = error?.extensions ?? {};
    if (typeof error?.message === 'string' && typeof code === 'string')
      return { code, message: error.message, todo: typeof todo === 'string' ? todo : '', retry: retry === true };
  } catch {
    // Not our JSON: a proxy's page perhaps. The status has to do.
  }
  if (status === 413)
    return {
      code: 'FILE_TOO_LARGE',
      message: 'The file is larger than the server takes.',
      todo: 'Split it, or pick it from a folder on the server.',
      retry: false,
    };
  return { code: `HTTP_${status}`, message: `The server refused the file (${status}).`, todo: 'Try again.', retry: true };
}

/**
 * Sends one file raw to `path`/name. XMLHttpRequest, because fetch does not tell how far an upload is.
 * `onProgress` hears the fraction sent, 0…1. Aborting `signal` ends it with code CANCELLED.
 */
export function uploadFile(
  path: string,
  file: File,
  token: string,
  signal: AbortSignal,
  onProgress: (fraction: number) => void,
): Promise<UploadResult> {
  return new Promise((resolve) => {
    const request = new XMLHttpRequest();
    const fail = (problem: Problem) => resolve({ ok: false, problem });
    request.open('PUT', `${path}/${encodeURIComponent(file.name)}`);
    request.setRequestHeader('authorization', `Bearer ${token}`);
    request.setRequestHeader('content-type', 'application/octet-stream');
    request.upload.addEventListener('progress', (event) => {
      if (event.lengthComputable && event.total > 0) onProgress(event.loaded / event.total);
    });
    request.addEventListener('load', () => {
      if (request.status >= 200 && request.status < 300) resolve({ ok: true });
      else fail(problemOfAnswer(request.status, request.responseText));
    });
    request.addEventListener('error', () =>
      fail({
        code: 'SERVER_UNREACHABLE',
        message: 'The connection broke while sending.',
        todo: 'Check that the server runs, then try again.',
        retry: true,
      }),
    );
    request.addEventListener('abort', () => fail({ code: 'CANCELLED', message: 'Sending was cancelled.', todo: '', retry: true }));
    signal.addEventListener('abort', () => request.abort(), { once: true });
    request.send(file);
  });
}
