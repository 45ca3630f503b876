import type DataLoader from 'dataloader';
import type { GraphContext } from '../kernel/federation/context.ts';
import { requireUser } from '../kernel/viewer/viewer.ts';
import type { ConnectionRow } from './connections/connection.entity.ts';
import type { ConnectionService } from './connections/connection.service.ts';
import type { SourceObjectRow } from './objects/source-object.entity.ts';
import type { SourceObjectService } from './objects/source-object.service.ts';
import type { SourceSchemaRow } from './objects/source-schema.entity.ts';
import type { SyncRunRow } from './syncs/sync-run.entity.ts';
import type { SyncObject } from './syncs/sync-object.type.ts';
import type { SyncService } from './syncs/sync.service.ts';

/** Rows by id, batched within a request. */
export const connectionLoader = (
  { viewer, loaders }: GraphContext,
  connections: ConnectionService,
): DataLoader<string, ConnectionRow | null> => loaders.get('connectors.connection', (ids) => connections.load(requireUser(viewer), ids));

export const objectLoader = ({ viewer, loaders }: GraphContext, objects: SourceObjectService): DataLoader<string, SourceObjectRow | null> =>
  loaders.get('connectors.object', (ids) => objects.load(requireUser(viewer), ids));

export const schemaLoader = ({ viewer, loaders }: GraphContext, objects: SourceObjectService): DataLoader<string, SourceSchemaRow | null> =>
  loaders.get('connectors.schema', (ids) => objects.loadSchemas(requireUser(viewer), ids));

export const syncLoader = ({ viewer, loaders }: GraphContext, syncs: SyncService): DataLoader<string, SyncRunRow | null> =>
  loaders.get('connectors.sync', (ids) => syncs.load(requireUser(viewer), ids));

export const latestSyncLoader = ({ viewer, loaders }: GraphContext, syncs: SyncService): DataLoader<string, SyncRunRow | null> =>
  loaders.get('connectors.latest-sync', (ids) => syncs.latest(requireUser(viewer), ids));

export const syncObjectsLoader = ({ viewer, loaders }: GraphContext, syncs: SyncService): DataLoader<string, SyncObject[] | null> =>
  loaders.get('connectors.sync-objects', (ids) => syncs.objects(requireUser(viewer), ids));
