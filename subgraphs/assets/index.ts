import type { SubgraphModule } from '../kernel/federation/subgraph-module.ts';
import { defineConsumer } from '../kernel/outbox/consumer.ts';
import type { System } from '../kernel/system.ts';
import { requireUser } from '../kernel/viewer/viewer.ts';
import { assetsActions } from './actions.ts';
import { assetLoader } from './asset/asset.loader.ts';
import { AssetResolver } from './asset/asset.resolver.ts';
import { AssetService } from './asset/asset.service.ts';
import { Asset } from './asset/asset.type.ts';
import { ConnectionAssetResolver, SourceObjectAssetResolver } from './asset/source-asset.resolver.ts';
import { Connection, referTo, SourceObject } from './asset/stubs.type.ts';
import { InventoryService } from './inventory/inventory.service.ts';
import { OwnershipResolver } from './ownership/ownership.resolver.ts';
import { OwnershipService } from './ownership/ownership.service.ts';

/** The inventory: what the company runs that holds data, who answers for it, and what is noteworthy about it. */
export function createAssets(system: System): SubgraphModule {
  const assets = new AssetService(system);
  const inventory = new InventoryService(system);
  const ownership = new OwnershipService(system);
  return {
    name: 'assets',
    resolvers: [
      new AssetResolver(assets),
      new OwnershipResolver(ownership, assets),
      new ConnectionAssetResolver(assets),
      new SourceObjectAssetResolver(assets),
    ],
    references: [
      {
        name: 'Asset',
        type: Asset,
        resolve: ({ id = '' }, { viewer, loaders }) => assetLoader(loaders, assets, requireUser(viewer)).load(id),
      },
      { name: 'Connection', type: Connection, resolve: ({ id = '' }) => referTo(Connection, id) },
      { name: 'SourceObject', type: SourceObject, resolve: ({ id = '' }) => referTo(SourceObject, id) },
    ],
    actions: assetsActions,
    consumers: [
      defineConsumer('assets.keep-inventory', {
        'connectors.connection-created': (event) => inventory.connectionCreated(event),
        'connectors.schema-discovered': (event) => inventory.schemaDiscovered(event),
        'connectors.sync-finished': (event) => inventory.syncFinished(event),
        'connectors.connection-removed': (event) => inventory.connectionRemoved(event),
      }),
      defineConsumer('assets.know-people', {
        'accounts.tenant-registered': ({ tenantId, payload: { ownerId } }) => ownership.came(tenantId, ownerId),
        'accounts.invitation-accepted': ({ tenantId, payload: { userId } }) => ownership.came(tenantId, userId),
        'accounts.access-changed': (event) => ownership.accessChanged(event),
      }),
    ],
  };
}
