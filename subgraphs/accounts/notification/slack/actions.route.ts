import type { IncomingMessage } from 'node:http';
import type { HttpRoute } from '../../../kernel/federation/subgraph-module.ts';
import { ACTIONS_PREFIX } from './press.ts';
import type { PressesService } from './presses.service.ts';
import { slackErrors } from './slack.errors.ts';

/** A message is sent along with its button. */
const MAX_BODY_BYTES = 512 * 1_024;

/** `POST /slack/actions/<channel id>`: the Request URL of a Slack app. Answers 200 as soon as the message is known to be Slack's. */
export function slackActionsRoute(presses: PressesService): HttpRoute {
  return {
    method: 'POST',
    prefix: ACTIONS_PREFIX,
    async handle(request, response) {
      const id = (request.url ?? '').split('?')[0]?.slice(ACTIONS_PREFIX.length) ?? '';
      await presses.take(id, request.headers, await bodyOf(request));
      response.writeHead(200, { 'content-length': 0 }).end();
    },
  };
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const tooLarge = (): Error =>
    slackErrors.SLACK_MESSAGE_INVALID({ why: `it has more than ${MAX_BODY_BYTES.toLocaleString('en-US')} bytes` });
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
