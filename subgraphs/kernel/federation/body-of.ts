import type { IncomingMessage } from 'node:http';

/** Reads the text that a request brings, and no more of it than allowed. @throws what `tooLarge` makes, as soon as it is known to be longer than `maxBytes` */
export async function bodyOf(request: IncomingMessage, maxBytes: number, tooLarge: () => Error): Promise<string> {
  if (Number(request.headers['content-length'] ?? 0) > maxBytes) throw tooLarge();
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    if (bytes > maxBytes) throw tooLarge();
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}
