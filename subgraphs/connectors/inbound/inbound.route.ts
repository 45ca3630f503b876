import { bodyOf } from '../../kernel/federation/body-of.ts';
import type { HttpRoute } from '../../kernel/federation/subgraph-module.ts';
import { webhookErrors } from '../../kernel/webhooks/webhook.errors.ts';
import type { InboundService } from './inbound.service.ts';

const PREFIX = '/inbound/';
const MAX_BODY_BYTES = 1_000_000;
const tooLarge = (): Error => webhookErrors.INBOUND_TOO_LARGE({ bytes: MAX_BODY_BYTES });

/** `POST /inbound/<connection id>` with a signed JSON body. Answers 202 with how many messages were kept, and how many had come before. */
export function inboundRoute(inbound: InboundService): HttpRoute {
  return {
    method: 'POST',
    prefix: PREFIX,
    async handle(request, response) {
      const id = (request.url ?? '').split('?')[0]?.slice(PREFIX.length) ?? '';
      const received = await inbound.receive(id, request.headers, await bodyOf(request, MAX_BODY_BYTES, tooLarge));
      response.writeHead(202, { 'content-type': 'application/json' }).end(JSON.stringify(received));
    },
  };
}
