import { z } from 'zod';
import { slackErrors } from './slack.errors.ts';

/** Below it, by its channel's id, is the address at which a Slack app tells what was pressed. */
export const ACTIONS_PREFIX = '/slack/actions/';

/** Ids of the buttons under an approval; what they are pressed for is their value. */
export const BUTTONS = { APPROVE: 'autonomos-approve', REJECT: 'autonomos-reject' } as const;
export type Decision = keyof typeof BUTTONS;

const MAX_NAME_CHARACTERS = 50;
const slackId = z.string().regex(/^[A-Z0-9]{2,30}$/u);
const payloadSchema = z.object({
  type: z.string(),
  user: z.object({ id: slackId, team_id: slackId.nullish(), username: z.string().nullish(), name: z.string().nullish() }),
  team: z.object({ id: slackId }).nullish(),
  response_url: z.url({ protocol: /^https?$/ }).nullish(),
  actions: z.array(z.object({ action_id: z.string(), value: z.string().nullish() })).nullish(),
});

/** A user as Slack knows them. */
export interface SlackUserId {
  teamId: string;
  slackUserId: string;
}

/** A button under an approval that somebody pressed in Slack. */
export interface Press {
  approvalId: string;
  decision: Decision;
  user: SlackUserId & { name: string };
  /** Takes what is said about it, for half an hour. */
  replyUrl: URL;
}

/**
 * What was pressed, of the body of a message that Slack signed: a form with its payload as JSON. @returns null: nothing that is decided here, such as a
 * button that merely leads somewhere. @throws SLACK_MESSAGE_INVALID
 */
export function readPress(body: string): Press | null {
  const { type, user, team, response_url: replyUrl, actions } = payloadOf(body);
  const [action] = actions ?? [];
  const decision = decisionOf(action?.action_id);
  const approvalId = z.uuid().safeParse(action?.value).data;
  const teamId = user.team_id ?? team?.id;
  if (type !== 'block_actions' || decision === null || approvalId === undefined || replyUrl == null || teamId === undefined) return null;
  const name = (user.name ?? user.username ?? user.id).slice(0, MAX_NAME_CHARACTERS);
  return { approvalId, decision, user: { teamId, slackUserId: user.id, name }, replyUrl: new URL(replyUrl) };
}

function payloadOf(body: string): z.infer<typeof payloadSchema> {
  const text = new URLSearchParams(body).get('payload');
  if (text === null) throw slackErrors.SLACK_MESSAGE_INVALID({ why: 'it has no payload' });
  try {
    return payloadSchema.parse(JSON.parse(text));
  } catch (cause) {
    throw slackErrors.SLACK_MESSAGE_INVALID({ why: 'its payload has another form' }, { cause });
  }
}

function decisionOf(actionId: string | undefined): Decision | null {
  if (actionId === BUTTONS.APPROVE) return 'APPROVE';
  return actionId === BUTTONS.REJECT ? 'REJECT' : null;
}
