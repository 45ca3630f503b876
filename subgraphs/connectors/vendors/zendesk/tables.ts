import { field } from '../records/field.ts';
import type { VendorTable } from '../vendor.ts';

/** What is asked for beside tickets. */
export const TICKET_METRICS = 'metric_sets,slas';

/** Zendesk's tables as its API reference describes them; what it keeps beside tickets stands in them. */
export const ZENDESK_TABLES: VendorTable[] = [
  {
    path: 'tickets',
    name: 'ticket',
    key: ['id'],
    incremental: 'updated_at',
    count: null,
    customAt: [],
    fields: [
      field('id', 'INTEGER'),
      field('subject', 'TEXT'),
      field('status', 'TEXT'),
      field('priority', 'TEXT'),
      field('type', 'TEXT'),
      field('channel', 'TEXT', { at: 'via.channel', description: 'How it came in.' }),
      field('organization_id', 'INTEGER', { references: 'organizations' }),
      field('requester_id', 'INTEGER', { references: 'users' }),
      field('assignee_id', 'INTEGER', { references: 'users' }),
      field('created_at', 'DATETIME'),
      field('updated_at', 'DATETIME'),
      field('solved_at', 'DATETIME'),
      field('first_reply_minutes', 'INTEGER', { description: 'Minutes to the first reply, on the calendar.' }),
      field('resolution_hours', 'DECIMAL', { description: 'Hours to the solution, on the calendar.' }),
      field('sla_breached', 'BOOLEAN', { description: 'Whether a promise of its SLA policy was broken.' }),
      field('sla_breached_metric', 'TEXT', { description: 'The promise that was broken first.' }),
      field('satisfaction', 'DECIMAL', { description: '100 for a good rating, 0 for a bad one; the average is CSAT.' }),
      field('satisfaction_rating', 'TEXT', { at: 'satisfaction_rating.score' }),
      field('tags', 'TEXT'),
    ],
  },
  {
    path: 'organizations',
    name: 'organization',
    key: ['id'],
    incremental: null,
    count: null,
    customAt: [{ at: ['organization_fields'], prefix: 'custom_' }],
    fields: [
      field('id', 'INTEGER'),
      field('name', 'TEXT'),
      field('domain', 'TEXT', { at: 'domain_names.0' }),
      field('external_id', 'TEXT'),
      field('details', 'TEXT'),
      field('created_at', 'DATETIME'),
      field('updated_at', 'DATETIME'),
    ],
  },
  {
    path: 'users',
    name: 'user',
    key: ['id'],
    incremental: 'updated_at',
    count: null,
    customAt: [{ at: ['user_fields'], prefix: 'custom_' }],
    fields: [
      field('id', 'INTEGER'),
      field('name', 'TEXT'),
      field('email', 'TEXT'),
      field('role', 'TEXT'),
      field('active', 'BOOLEAN'),
      field('organization_id', 'INTEGER', { references: 'organizations' }),
      field('created_at', 'DATETIME'),
      field('updated_at', 'DATETIME'),
    ],
  },
];
