import { defineEntity, p, type InferEntity } from '@mikro-orm/core';

export const TicketStatus = { OPEN: 'OPEN', DONE: 'DONE', DROPPED: 'DROPPED' } as const;
export type TicketStatus = (typeof TicketStatus)[keyof typeof TicketStatus];
export const TicketPriority = { LOW: 'LOW', NORMAL: 'NORMAL', HIGH: 'HIGH' } as const;
export type TicketPriority = (typeof TicketPriority)[keyof typeof TicketPriority];

/** Something in the graph that a ticket is about. */
export interface TicketLink {
  kind: string;
  id: string;
  label: string;
}

export const TicketRow = defineEntity({
  name: 'TicketRow',
  tableName: 'ticket',
  properties: {
    id: p.uuid().primary(),
    tenantId: p.uuid(),
    /** Counts within the tenant, from 1. */
    number: p.integer(),
    title: p.string(),
    body: p.string(),
    priority: p.string().$type<TicketPriority>(),
    status: p.string().$type<TicketStatus>(),
    links: p.json().$type<readonly TicketLink[]>(),
    agentId: p.uuid(),
    runId: p.uuid(),
    assigneeId: p.uuid().nullable(),
    /** What whoever closed it said. */
    note: p.string().nullable(),
    openedAt: p.datetime(),
    closedAt: p.datetime().nullable(),
    closedBy: p.uuid().nullable(),
  },
});
export type TicketRow = InferEntity<typeof TicketRow>;
