import { defineEntity, p, type InferEntity } from '@mikro-orm/core';
import type { NotificationKind, Severity } from './kinds.ts';

export const NotificationRow = defineEntity({
  name: 'NotificationRow',
  tableName: 'notification',
  properties: {
    id: p.uuid().primary(),
    tenantId: p.uuid(),
    /** Whose inbox it is in. */
    userId: p.uuid(),
    kind: p.string().$type<NotificationKind>(),
    severity: p.string().$type<Severity>(),
    title: p.string(),
    body: p.string(),
    link: p.string().nullable(),
    /** Events of one group within the hour are one notification. */
    groupKey: p.string(),
    times: p.integer(),
    /** Of the event told last: the same one told again changes nothing. */
    sequence: p.bigint('number'),
    createdAt: p.datetime(),
    toldAt: p.datetime(),
    readAt: p.datetime().nullable(),
  },
});
export type NotificationRow = InferEntity<typeof NotificationRow>;

export const NotificationPreferenceRow = defineEntity({
  name: 'NotificationPreferenceRow',
  tableName: 'notification_preference',
  properties: {
    tenantId: p.uuid().primary(),
    userId: p.uuid().primary(),
    kind: p.string().$type<NotificationKind>().primary(),
    inbox: p.boolean(),
    email: p.boolean(),
  },
});
export type NotificationPreferenceRow = InferEntity<typeof NotificationPreferenceRow>;
