import { z } from 'zod';

/** What accounts tell of: people, keys, rules, privacy. */
export const accountsEvents = {
  'accounts.tenant-registered': z.object({ tenantId: z.uuid(), name: z.string(), ownerId: z.uuid() }),
  /** What a user may do has changed; whoever keeps a viewer for longer than a request forgets it. `role` null: nothing any more. */
  'accounts.access-changed': z.object({ userId: z.uuid(), role: z.string().nullable() }),
  /** An API key was made, or works for another time than before; whoever keeps it in memory reads it again. */
  'accounts.api-key-changed': z.object({
    keyId: z.uuid(),
    userId: z.uuid(),
    name: z.string(),
    change: z.enum(['MADE', 'ROTATED', 'REVOKED', 'EXPIRING']),
    by: z.uuid().nullable(),
    expiresAt: z.iso.datetime().nullable(),
  }),
  /** A tenant has used most of what its plan allows; told once for each period and share. */
  'accounts.quota-near': z.object({ quota: z.string(), used: z.number(), maximum: z.number() }),
  /** A feature was switched for a tenant. `enabled` null: it is as it is by default again. */
  'accounts.feature-flag-changed': z.object({ key: z.string(), enabled: z.boolean().nullable() }),
  /** Nothing may be changed in the tenant while it is frozen; while it is closing nobody enters. */
  'accounts.tenant-frozen': z.object({ frozen: z.boolean(), closing: z.boolean().optional() }),
  'accounts.invitation-accepted': z.object({ userId: z.uuid(), displayName: z.string(), role: z.string(), invitedBy: z.uuid().nullable() }),
  /** A mail is to be sent; what it says and to whom is sealed by the vault. */
  'accounts.mail-requested': z.object({ mailId: z.uuid(), sealed: z.string() }),
  /** A session or a key of a user works no longer. `credentialId` null: none of the user's sessions that were made before `at`. */
  'accounts.credentials-revoked': z.object({ userId: z.uuid(), credentialId: z.uuid().nullable(), at: z.iso.datetime() }),
  /** What members may see of the data has changed: rules, masks, or what somebody is to them. */
  'accounts.data-rules-changed': z.object({ changedBy: z.uuid() }),
  /** Personal data came in of a type that was not yet known there; never the values. */
  'accounts.personal-data-found': z.object({
    sourceKind: z.enum(['CONNECTION', 'QUESTIONS', 'AGENT_INPUTS']),
    /** The connection's id; null for what is no connection. */
    sourceId: z.uuid().nullable(),
    sourceName: z.string(),
    objectName: z.string().nullable(),
    columnName: z.string().nullable(),
    type: z.string(),
    action: z.enum(['ALLOW', 'WARN', 'REDACT', 'BLOCK']),
    count: z.int().nonnegative(),
  }),
  /** Somebody is to be forgotten; AWAITING_CONFIRMATION asks a second person. */
  'accounts.erasure-changed': z.object({
    requestId: z.uuid(),
    status: z.enum(['SEARCHING', 'AWAITING_CONFIRMATION', 'ERASING', 'DONE', 'FAILED', 'CANCELLED']),
  }),
  /** What was too old is gone. */
  'accounts.retention-finished': z.object({ runId: z.uuid(), deleted: z.array(z.object({ kind: z.string(), count: z.int() })) }),
} as const;
