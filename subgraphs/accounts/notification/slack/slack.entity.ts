import { defineEntity, p, type InferEntity } from '@mikro-orm/core';
import { exemptFromAudit } from '../../../kernel/audit/exempt.ts';

/** How it became known whose Slack user it is. */
export const SlackLinkWay = { EMAIL: 'EMAIL', CONFIRMED: 'CONFIRMED' } as const;
export type SlackLinkWay = (typeof SlackLinkWay)[keyof typeof SlackLinkWay];

/** A user of Slack, and which member that is. */
export const SlackUserRow = defineEntity({
  name: 'SlackUserRow',
  tableName: 'slack_user',
  properties: {
    id: p.uuid().primary(),
    tenantId: p.uuid(),
    /** Slack's id of the workspace, and of the user in it. */
    teamId: p.string(),
    slackUserId: p.string(),
    /** As Slack calls the user. */
    name: p.string(),
    userId: p.uuid(),
    way: p.string().$type<SlackLinkWay>(),
    linkedAt: p.datetime(),
  },
});
export type SlackUserRow = InferEntity<typeof SlackUserRow>;

/** A message of Slack's that was taken: the same one is not taken twice. Kept for an hour; older ones are refused for their age. */
export const SlackPressRow = defineEntity({
  name: 'SlackPressRow',
  tableName: 'slack_press',
  properties: {
    tenantId: p.uuid().primary(),
    /** SHA-256 of its signature. */
    digest: p.string().primary(),
    at: p.datetime(),
  },
});
exemptFromAudit(SlackPressRow, 'only keeps the same message from being taken twice; what it decides is noted itself');
