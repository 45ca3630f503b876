import type { IncomingMessage } from 'node:http';
import type { HttpRoute } from '../../kernel/federation/subgraph-module.ts';
import { inboundErrors } from './inbound.errors.ts';
import type { InboundService } from './inbound.service.ts';

const PREFIX = '/inbound/';
const MAX_BODY_BYTES = 1_000_000;

/** `POST /inbound/<connection id>` with a signed JSON body. Answers 202 with how many messages were kept, and how many had come before. */
export function inboundRoute(inbound: InboundService): HttpRoute {
  return {
    method: 'POST',
    prefix: PREFIX,
    async handle(request, response) {
      const id = (request.url ?? '').split('?')[0]?.slice(PREFIX.length) ?? '';
      const received = await inbound.receive(id, request.headers, await bodyOf(request));
      response.writeHead(202, { 'content-type': 'application/json' }).end(JSON.stringify(received));
    },
  };
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const tooLarge = (): Error => inboundErrors.INBOUND_TOO_LARGE({ bytes: MAX_BODY_BYTES });
  if (Number(request.headers['content-length'] ?? 0) > MAX_BODY_BYTES) throw tooLarge();
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    if (bytes > MAX_BODY_BYTES) throw tooLarge();
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}
