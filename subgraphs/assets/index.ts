import type { SubgraphModule } from '../kernel/federation/subgraph-module.ts';
import { defineConsumer } from '../kernel/outbox/consumer.ts';
import type { System } from '../kernel/system.ts';
import { requireUser } from '../kernel/viewer/viewer.ts';
import { assetsActions } from './actions.ts';
import { assetLoader } from './asset/asset.loader.ts';
import { ApplicationProfileResolver } from './asset/application-profile.resolver.ts';
import { ApplicationResolver, ReasonResolver } from './asset/application.resolver.ts';
import { AssetResolver } from './asset/asset.resolver.ts';
import { AssetService } from './asset/asset.service.ts';
import { Asset } from './asset/asset.type.ts';
import { FactsReader } from './asset/facts.loader.ts';
import { KinReader } from './asset/kin.loader.ts';
import { KinResolver } from './asset/kin.resolver.ts';
import { LastLookReader } from './asset/last-look.loader.ts';
import { FacetResolver } from './facets/facet.resolver.ts';
import { FacetService } from './facets/facet.service.ts';
import { ConnectionAssetResolver, SourceObjectAssetResolver } from './asset/source-asset.resolver.ts';
import { Connection, referTo, SourceObject } from './asset/stubs.type.ts';
import { findingLoader } from './finding/finding.loader.ts';
import { FindingResolver } from './finding/finding.resolver.ts';
import { FindingService } from './finding/finding.service.ts';
import { Finding } from './finding/finding.type.ts';
import { feedLoader } from './intake/feed.loader.ts';
import { IntakeResolver } from './intake/intake.resolver.ts';
import { IntakeService } from './intake/intake.service.ts';
import { TelemetryFeed } from './intake/telemetry-feed.type.ts';
import { webhookRoute } from './intake/webhook.route.ts';
import { WebhookService } from './intake/webhook.service.ts';
import { InventoryService } from './inventory/inventory.service.ts';
import { OwnershipResolver } from './ownership/ownership.resolver.ts';
import { OwnershipService } from './ownership/ownership.service.ts';
import { PolicyResolver } from './policy/policy.resolver.ts';
import { PolicyService } from './policy/policy.service.ts';
import { PreviewService } from './policy/preview.service.ts';
import { scanEndConsumer } from './scan/scan-end.consumer.ts';
import { scanLoader } from './scan/scan.loader.ts';
import { assetsPrivacy } from './privacy/places.ts';
import { PostureResolver } from './posture/posture.resolver.ts';
import { PostureService } from './posture/posture.service.ts';
import { AssetRelationsResolver, RelationEndResolver } from './relation/relation.resolver.ts';
import { RelationService } from './relation/relation.service.ts';
import { AssetHistoryResolver, AssetVersionResolver } from './scan/history.resolver.ts';
import { HistoryService } from './scan/history.service.ts';
import { ScanChangeResolver, ScanDiffResolver } from './scan/scan-diff.resolver.ts';
import { ScanDiffService } from './scan/scan-diff.service.ts';
import { ScanFileResolver, ScanResolver, UnfetchedFeedResolver } from './scan/scan.resolver.ts';
import { ScanService } from './scan/scan.service.ts';
import { Scan } from './scan/scan.type.ts';
import { assetsSealed } from './sealed-columns.ts';
import { createScanWorkflow } from './scan/scan.workflow.ts';

/** The inventory: what is connected and what telemetry tells of, who answers for it, and what is noteworthy about it. */
export function createAssets(system: System): SubgraphModule {
  const assets = new AssetService(system);
  const inventory = new InventoryService(system);
  const ownership = new OwnershipService(system);
  const facts = new FactsReader(system);
  const findings = new FindingService(system);
  const intake = new IntakeService(system);
  const webhooks = new WebhookService(system);
  const policies = new PolicyService(system);
  const scans = new ScanService(system);
  const histories = new HistoryService(system);
  return {
    name: 'assets',
    resolvers: [
      new AssetResolver(assets, findings),
      new FacetResolver(new FacetService(system)),
      new FindingResolver(findings, assets),
      new ApplicationResolver(facts),
      new ApplicationProfileResolver(facts, new LastLookReader(system)),
      new ReasonResolver(facts),
      new KinResolver(new KinReader(system), assets),
      new AssetRelationsResolver(new RelationService(system)),
      new RelationEndResolver(assets),
      new PostureResolver(new PostureService(system), scans),
      new IntakeResolver(intake, webhooks, system.config.publicUrl),
      new PolicyResolver(policies, new PreviewService(system)),
      new ScanResolver(scans, policies),
      new ScanFileResolver(intake),
      new UnfetchedFeedResolver(intake),
      new ScanDiffResolver(new ScanDiffService(system)),
      new ScanChangeResolver(assets),
      new AssetHistoryResolver(histories),
      new AssetVersionResolver(histories),
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
      { name: 'Finding', type: Finding, resolve: ({ id = '' }, context) => findingLoader(context, findings).load(id) },
      { name: 'Scan', type: Scan, resolve: ({ id = '' }, context) => scanLoader(context, scans).load(id) },
      {
        name: 'TelemetryFeed',
        type: TelemetryFeed,
        resolve: ({ id = '' }, context) => feedLoader(context, intake).load(id),
      },
      { name: 'Connection', type: Connection, resolve: ({ id = '' }) => referTo(Connection, id) },
      { name: 'SourceObject', type: SourceObject, resolve: ({ id = '' }) => referTo(SourceObject, id) },
    ],
    actions: assetsActions,
    sealed: assetsSealed,
    routes: [webhookRoute(webhooks)],
    consumers: [
      defineConsumer('assets.keep-inventory', {
        'connectors.connection-created': (event) => inventory.connectionCreated(event),
        'connectors.schema-discovered': (event) => inventory.schemaDiscovered(event),
        'connectors.sync-finished': (event) => inventory.syncFinished(event),
        'connectors.connection-removed': (event) => inventory.connectionRemoved(event),
      }),
      scanEndConsumer(system),
      defineConsumer('assets.know-people', {
        'accounts.tenant-registered': ({ tenantId, payload: { ownerId } }) => ownership.came(tenantId, ownerId),
        'accounts.invitation-accepted': ({ tenantId, payload: { userId } }) => ownership.came(tenantId, userId),
        'accounts.access-changed': (event) => ownership.accessChanged(event),
      }),
    ],
    workflows: [createScanWorkflow(system)],
    privacy: assetsPrivacy,
  };
}
