import { bodyOf } from '../../../kernel/federation/body-of.ts';
import type { HttpRoute } from '../../../kernel/federation/subgraph-module.ts';
import { ACTIONS_PREFIX } from './press.ts';
import type { PressesService } from './presses.service.ts';
import { slackErrors } from './slack.errors.ts';

/** A message is sent along with its button. */
const MAX_BODY_BYTES = 512 * 1_024;

const tooLarge = (): Error =>
  slackErrors.SLACK_MESSAGE_INVALID({ why: `it has more than ${MAX_BODY_BYTES.toLocaleString('en-US')} bytes` });

/** `POST /slack/actions/<channel id>`: the Request URL of a Slack app. Answers 200 as soon as the message is known to be Slack's. */
export function slackActionsRoute(presses: PressesService): HttpRoute {
  return {
    method: 'POST',
    prefix: ACTIONS_PREFIX,
    async handle(request, response) {
      const id = (request.url ?? '').split('?')[0]?.slice(ACTIONS_PREFIX.length) ?? '';
      await presses.take(id, request.headers, await bodyOf(request, MAX_BODY_BYTES, tooLarge));
      response.writeHead(200, { 'content-length': 0 }).end();
    },
  };
}
