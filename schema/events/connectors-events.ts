import { z } from 'zod';
import { discoveredObjectSchema } from './discovered-schema.ts';

/** What connectors tell of: connections, what they read, how well they are. */
export const connectorsEvents = {
  'connectors.connection-created': z.object({
    connectionId: z.uuid(),
    name: z.string(),
    kind: z.string(),
    location: z.string(),
    createdBy: z.uuid().nullable(),
  }),
  'connectors.connection-removed': z.object({ connectionId: z.uuid() }),
  'connectors.sync-started': z.object({ connectionId: z.uuid(), connectionName: z.string(), syncId: z.uuid() }),
  'connectors.schema-discovered': z.object({
    connectionId: z.uuid(),
    connectionName: z.string(),
    syncId: z.uuid(),
    objects: z.array(discoveredObjectSchema),
    /** Things that are there but are not tables: empty, binary, without a header, documentation. */
    skipped: z.array(z.object({ objectId: z.uuid(), name: z.string(), path: z.string(), code: z.string(), reason: z.string() })),
  }),
  'connectors.records-landed': z.object({
    connectionId: z.uuid(),
    objectId: z.uuid(),
    syncId: z.uuid(),
    changed: z.int().nonnegative(),
    ordinalFrom: z.int(),
    ordinalTo: z.int(),
    /** Records read for it, also those that were there already; left out by older versions. */
    read: z.int().nonnegative().optional(),
    /** Of those, records that were set aside. */
    quarantined: z.int().nonnegative().optional(),
  }),
  'connectors.sync-finished': z.object({
    connectionId: z.uuid(),
    connectionName: z.string(),
    syncId: z.uuid(),
    status: z.enum(['SUCCEEDED', 'FAILED']),
    problem: z.string().nullable(),
    objects: z.array(
      z.object({ objectId: z.uuid(), name: z.string(), records: z.int(), changed: z.int(), removed: z.int(), quarantined: z.int() }),
    ),
  }),
  /** What an object looks like has changed at its source. */
  'connectors.drift-detected': z.object({
    connectionId: z.uuid(),
    connectionName: z.string(),
    objectId: z.uuid(),
    objectName: z.string(),
    drifts: z.array(
      z.object({
        driftId: z.uuid(),
        kind: z.string(),
        severity: z.enum(['INFO', 'WARNING', 'CRITICAL']),
        field: z.string().nullable(),
        summary: z.string(),
      }),
    ),
  }),
  /** A repair of a drift was proposed, applied, decided or taken back. */
  'connectors.repair-changed': z.object({
    repairId: z.uuid(),
    connectionId: z.uuid(),
    connectionName: z.string(),
    objectId: z.uuid(),
    status: z.enum(['PROPOSED', 'APPLIED', 'REJECTED', 'ROLLED_BACK', 'EXPIRED']),
    /** Nobody was asked: it was applied by itself. */
    automatic: z.boolean(),
    summary: z.string(),
  }),
  /** Records that had been set aside have landed, or records were put back as they were, outside any sync; `changeId` marks them as a sync would. */
  'connectors.records-replayed': z.object({
    connectionId: z.uuid(),
    connectionName: z.string(),
    changeId: z.uuid(),
    objects: z.array(z.object({ objectId: z.uuid(), changed: z.int(), removed: z.int() })),
  }),
  /** Records have moved on, somewhere between a source and the metrics; told now and then while they do. `upTo`: the last event that counts. */
  'connectors.flow-changed': z.object({ upTo: z.int() }),
  /** How well a connection is has changed. */
  'connectors.health-changed': z.object({
    connectionId: z.uuid(),
    connectionName: z.string(),
    status: z.enum(['HEALTHY', 'DEGRADED', 'FAILING']),
    reason: z.string(),
    /** How it was before; left out by older versions. */
    before: z.enum(['HEALTHY', 'DEGRADED', 'FAILING']).optional(),
  }),
} as const;
