import { request } from 'undici';
import { z } from 'zod';
import { checkedAgent } from '../../../kernel/outbound/checked-agent.ts';
import type { OutboundRules } from '../../../kernel/outbound/allowed-address.ts';
import type { SlackUserId } from './press.ts';

const TIMEOUT_MS = 5_000;
const LIMITS = { connections: 4, maxReplyBytes: 256 * 1_024, connectMs: TIMEOUT_MS };

const whoSchema = z.object({ ok: z.literal(true), team_id: z.string() });
const userSchema = z.object({
  ok: z.literal(true),
  user: z.object({
    team_id: z.string().nullish(),
    deleted: z.boolean().nullish(),
    is_bot: z.boolean().nullish(),
    is_stranger: z.boolean().nullish(),
    is_email_confirmed: z.boolean().nullish(),
    profile: z.object({ email: z.string().nullish() }),
  }),
});

/** What Slack knows of its users. */
export interface SlackDirectory {
  /**
   * The address of a person of the very workspace in which the app is, as Slack has confirmed it; null: there is none. What is said of guests from other
   * workspaces is never believed: whoever runs those says what they like. @throws when Slack cannot be asked
   */
  emailOf(user: Pick<SlackUserId, 'slackUserId'>, botToken: string): Promise<string | null>;
}

/** @param api base address of Slack's web API */
export function slackDirectory(api: string, rules: OutboundRules): SlackDirectory {
  const ask = async (method: string, botToken: string): Promise<unknown> => {
    const url = new URL(`${api}/${method}`);
    const dispatcher = await checkedAgent(url.hostname, rules, LIMITS);
    const signal = AbortSignal.timeout(TIMEOUT_MS);
    const { body } = await request(url, { headers: { authorization: `Bearer ${botToken}` }, dispatcher, signal });
    return body.json();
  };
  return {
    async emailOf({ slackUserId }, botToken) {
      const home = whoSchema.safeParse(await ask('auth.test', botToken)).data?.team_id;
      const user = userSchema.safeParse(await ask(`users.info?user=${encodeURIComponent(slackUserId)}`, botToken)).data?.user;
      if (user === undefined || home === undefined || user.team_id !== home) return null;
      if (user.deleted === true || user.is_bot === true || user.is_stranger === true || user.is_email_confirmed === false) return null;
      return user.profile.email ?? null;
    },
  };
}
