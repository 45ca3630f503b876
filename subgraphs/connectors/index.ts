import { joinFeatures, type Feature } from '../kernel/federation/feature.ts';
import type { SubgraphModule } from '../kernel/federation/subgraph-module.ts';
import type { System } from '../kernel/system.ts';
import { requireUser } from '../kernel/viewer/viewer.ts';
import { connectorsActions } from './actions.ts';
import { SourceResolver } from './catalogue/source.resolver.ts';
import { SourceService } from './catalogue/source.service.ts';
import { Chores } from './chores/chores.ts';
import { ConnectionResolver } from './connections/connection.resolver.ts';
import { ConnectionService } from './connections/connection.service.ts';
import { Connection } from './connections/connection.type.ts';
import { slotBounds } from './postgres/replication/slot-bounds.ts';
import { createWatching } from './files/watching/watching.ts';
import { followScansConsumer } from './discovered/follow-scans.consumer.ts';
import { createDrift } from './drift/index.ts';
import { FolderResolver } from './folders/folder.resolver.ts';
import { FolderService } from './folders/folder.service.ts';
import { byId } from './id.ts';
import { createInbound } from './inbound/index.ts';
import { createKit } from './kit/kit.ts';
import { connectorsOf, createDefinitions } from './kit/registry.ts';
import { secretKeeper } from './kit/secret-keeper.ts';
import { connectionLoader, objectLoader, schemaLoader, syncLoader } from './loaders.ts';
import { schemaOf } from './objects/schema-view.ts';
import { PasswordResolver } from './passwords/password.resolver.ts';
import { PasswordService } from './passwords/password.service.ts';
import { ConnectPostgresResolver } from './postgres/connect-postgres.resolver.ts';
import { ConnectPostgresService } from './postgres/connect-postgres.service.ts';
import { createMesh } from './mesh/mesh.ts';
import { SourceForeignKeyResolver, SourceObjectResolver, SourceSchemaResolver } from './objects/source-object.resolver.ts';
import { SourceObjectService } from './objects/source-object.service.ts';
import { SourceObject } from './objects/source-object.type.ts';
import { SourceSchema } from './objects/source-schema.type.ts';
import { createPlanes } from './planes/index.ts';
import { transportOf } from './planes/transport/transport-of.ts';
import { connectorsPrivacy } from './privacy/places.ts';
import { createSchedules } from './schedules/index.ts';
import { SyncControl } from './syncs/sync-control.ts';
import { SyncControlResolver } from './syncs/sync-control.resolver.ts';
import { SyncResolver } from './syncs/sync.resolver.ts';
import { SyncRun } from './syncs/sync-run.type.ts';
import { syncEndConsumer } from './syncs/sync-end.consumer.ts';
import { connectorsSealed } from './sealed-columns.ts';
import { SyncService } from './syncs/sync.service.ts';
import { createSyncWorkflow } from './syncs/sync.workflow.ts';
import { forgetUploadsConsumer } from './uploads/forget-uploads.consumer.ts';
import { UploadResolver } from './uploads/upload.resolver.ts';
import { uploadRoute } from './uploads/upload.route.ts';
import { UploadService } from './uploads/upload.service.ts';
import { ConnectVendorResolver } from './vendors/connect-vendor.resolver.ts';
import { ConnectVendorService } from './vendors/connect-vendor.service.ts';

/** Connections to sources, what discovery finds in them, and the syncs that land their records. */
export function createConnectors(system: System): SubgraphModule {
  const folders = new FolderService(system);
  const uploads = new UploadService(system);
  const objects = new SourceObjectService(system);
  const syncs = new SyncService(system);
  const connections = new ConnectionService({ system, folders, uploads, syncs });
  const watching = createWatching(system, syncs);
  const schedules = createSchedules(system, syncs);
  const inbound = createInbound(system, syncs);
  const planes = createPlanes(system);
  const kit = createKit(system, secretKeeper(system));
  kit.transportOf = ({ plane }) => transportOf(plane, kit.rules);
  const definitions = createDefinitions({ system, kit, folders, uploads });
  const sources = new SourceService({ definitions, connections, system });
  const mesh = createMesh(system, { connections, syncs, objects, definitions, observers: kit.health });
  const connectors = connectorsOf(definitions);
  connections.release = async (kind, source) => connectors[kind].release?.(source);
  const drift = createDrift(system, { connectors, connections, objects });
  const core: Feature = {
    sealed: connectorsSealed,
    resolvers: [
      new ConnectionResolver({ connections, objects, syncs }),
      new ConnectPostgresResolver(new ConnectPostgresService(system, connections)),
      new ConnectVendorResolver(new ConnectVendorService(sources)),
      new SourceResolver(sources),
      new SourceObjectResolver({ connections, objects }),
      new SourceSchemaResolver(objects),
      new SourceForeignKeyResolver(objects),
      new SyncResolver(syncs, connections),
      new SyncControlResolver({ control: new SyncControl(system, syncs), objects }),
      new FolderResolver(folders),
      new UploadResolver(uploads),
      new PasswordResolver(new PasswordService(system, definitions)),
    ],
    references: [
      {
        name: 'Connection',
        type: Connection,
        resolve: ({ id = '' }, context) => byId(id, () => connectionLoader(context, connections).load(id)),
      },
      {
        name: 'SourceObject',
        type: SourceObject,
        resolve: ({ id = '' }, context) => byId(id, () => objectLoader(context, objects).load(id)),
      },
      {
        name: 'SourceSchema',
        type: SourceSchema,
        resolve: async ({ id = '' }, context) => {
          const row = await byId(id, () => schemaLoader(context, objects).load(id));
          return row && schemaOf(row, await objects.seesRawValues(requireUser(context.viewer)));
        },
      },
      { name: 'SyncRun', type: SyncRun, resolve: ({ id = '' }, context) => byId(id, () => syncLoader(context, syncs).load(id)) },
    ],
    consumers: [syncEndConsumer(system), followScansConsumer(system, syncs), forgetUploadsConsumer(system)],
    workflows: [createSyncWorkflow({ system, connectors })],
    privacy: connectorsPrivacy(system),
    routes: [uploadRoute(uploads)],
  };
  const chores = new Chores(system, [
    schedules.chore,
    slotBounds(system),
    watching.chore,
    inbound.chore,
    planes.chore,
    drift.chore,
    ...mesh.chores,
  ]);
  const background: Feature = { start: () => Promise.resolve(chores.start()), stop: () => chores.stop() };
  return {
    name: 'connectors',
    actions: connectorsActions,
    ...joinFeatures([core, inbound, schedules, watching.feature, planes, mesh, drift, background]),
  };
}
