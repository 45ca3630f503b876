import type { Duplex } from 'node:stream';
import type { DomainError } from '../../subgraphs/kernel/errors/domain-error.ts';
import { httpErrors } from './http.errors.ts';

const STATUS_TEXTS: Readonly<Record<number, string>> = {
  400: 'Bad Request',
  408: 'Request Timeout',
  431: 'Request Header Fields Too Large',
};

/** Answers what is no HTTP request, or none in time: in the shape of every other refusal, and then the connection ends. */
export function answerBroken(error: Error & { code?: string }, socket: Duplex): void {
  // Who is gone cannot be told.
  if (!socket.writable || error.code === 'ECONNRESET' || error.code === 'EPIPE') {
    socket.destroy();
    return;
  }
  const { message, extensions } = refusalOf(error.code);
  const { status, ...shown } = extensions;
  const body = JSON.stringify({ errors: [{ message, extensions: shown }] });
  socket.end(
    `HTTP/1.1 ${status} ${STATUS_TEXTS[status] ?? ''}\r\ncontent-type: application/json; charset=utf-8\r\ncontent-length: ${Buffer.byteLength(body)}\r\nconnection: close\r\n\r\n${body}`,
  );
}

function refusalOf(code: string | undefined): DomainError {
  if (code === 'ERR_HTTP_REQUEST_TIMEOUT') return httpErrors.BODY_TOO_SLOW({});
  return code === 'HPE_HEADER_OVERFLOW' ? httpErrors.HEAD_TOO_LARGE({}) : httpErrors.NOT_HTTP({});
}
