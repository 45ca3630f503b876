import { defineEntity, p, type InferEntity } from '@mikro-orm/core';
import type { ChannelKind, DeliveryStatus } from './channel.type.ts';
import type { NotificationKind, Severity, TEST_KIND } from './kinds.ts';

export const ChannelRow = defineEntity({
  name: 'ChannelRow',
  tableName: 'notification_channel',
  properties: {
    id: p.uuid().primary(),
    tenantId: p.uuid(),
    kind: p.string().$type<ChannelKind>(),
    name: p.string(),
    /** Of the address; the rest of it is a secret. */
    host: p.string(),
    urlSealed: p.string().hidden(),
    /** What deliveries are signed with. */
    secretSealed: p.string().nullable().hidden(),
    /** What Slack signs with; without it nothing can be pressed in Slack. */
    signingSecretSealed: p.string().nullable().hidden(),
    /** Asks Slack for the addresses of those who press. */
    botTokenSealed: p.string().nullable().hidden(),
    /** null: all. */
    kinds: p.array().$type<NotificationKind[]>().nullable(),
    minimumSeverity: p.string().$type<Severity>(),
    paused: p.boolean(),
    createdBy: p.uuid().nullable(),
    createdAt: p.datetime(),
  },
});
export type ChannelRow = InferEntity<typeof ChannelRow>;

/** What a delivery says. */
export interface DeliveredNotice {
  title: string;
  body: string;
  link: string | null;
  /** The approval that waits for a decision; left out: none does. */
  approvalId?: string;
  severity: Severity;
  occurredAt: string;
}

export const DeliveryRow = defineEntity({
  name: 'DeliveryRow',
  tableName: 'notification_delivery',
  properties: {
    /** Made of the channel and what is told: the receiver knows by it that it has this one already. */
    id: p.uuid().primary(),
    tenantId: p.uuid(),
    channelId: p.uuid(),
    kind: p.string().$type<NotificationKind | typeof TEST_KIND>(),
    notice: p.json().$type<DeliveredNotice>(),
    status: p.string().$type<DeliveryStatus>(),
    attempts: p.integer(),
    nextAt: p.datetime(),
    /** A process works on it until then; another one takes over afterwards. */
    leasedUntil: p.datetime().nullable(),
    replyStatus: p.integer().nullable(),
    problem: p.string().nullable(),
    createdAt: p.datetime(),
    finishedAt: p.datetime().nullable(),
  },
});
export type DeliveryRow = InferEntity<typeof DeliveryRow>;
