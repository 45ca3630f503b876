import { bodyOf } from '../../kernel/federation/body-of.ts';
import type { HttpRoute } from '../../kernel/federation/subgraph-module.ts';
import { webhookErrors } from '../../kernel/webhooks/webhook.errors.ts';
import type { WebhookService } from './webhook.service.ts';

const PREFIX = '/telemetry/';
const MAX_BODY_BYTES = 10_000_000;
const tooLarge = (): Error => webhookErrors.INBOUND_TOO_LARGE({ bytes: MAX_BODY_BYTES });

/** Where telemetry is sent to. */
export const webhookAddress = (publicUrl: string, feedId: string): string => `${publicUrl}${PREFIX}${feedId}`;

/** `POST /telemetry/<feed id>` with telemetry of any format that is known, signed. Answers 202 with whether it was kept: what came before is not again. */
export function webhookRoute(webhooks: WebhookService): HttpRoute {
  return {
    method: 'POST',
    prefix: PREFIX,
    async handle(request, response) {
      const id = (request.url ?? '').split('?')[0]?.slice(PREFIX.length) ?? '';
      const stored = await webhooks.receive(id, request.headers, await bodyOf(request, MAX_BODY_BYTES, tooLarge));
      response.writeHead(202, { 'content-type': 'application/json' }).end(JSON.stringify({ stored }));
    },
  };
}
