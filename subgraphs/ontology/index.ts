import type { DataAccess } from '../kernel/data-access/data-access.ts';
import type { SubgraphModule } from '../kernel/federation/subgraph-module.ts';
import { defineConsumer } from '../kernel/outbox/consumer.ts';
import type { System } from '../kernel/system.ts';
import { requireUser } from '../kernel/viewer/viewer.ts';
import { ontologyActions } from './actions.ts';
import { loadCanonicalOntology } from './canonical/load.ts';
import { modelOf, recordById } from './catalogue/catalogue.loader.ts';
import { AttributeResolver, CanonicalRecordResolver, EntityTypeResolver, RelationResolver } from './catalogue/catalogue.resolver.ts';
import { CatalogueService } from './catalogue/catalogue.service.ts';
import { ConnectionResolver } from './catalogue/connection.resolver.ts';
import { Attribute, EntityType, attributeOf, entityTypeOf } from './catalogue/entity-type.type.ts';
import { CanonicalRecord } from './catalogue/record.type.ts';
import { RecordTrace, RecordTraceResolver, TracedRecordResolver, traceOf } from './catalogue/record-trace.resolver.ts';
import { SourceObjectResolver } from './catalogue/source-object.resolver.ts';
import { Connection, SourceObject, refer } from './catalogue/stubs.type.ts';
import { AcceptanceService } from './mapping/acceptance.service.ts';
import { fieldLoader, proposalLoader } from './mapping/mapping.loader.ts';
import { FieldMappingResolver, MappingResolver, TableMappingResolver } from './mapping/mapping.resolver.ts';
import { FieldMapping, MappingProposal, fieldMappingOf, proposalOf } from './mapping/mapping.type.ts';
import { ProposalService } from './mapping/proposal.service.ts';
import { ontologyPrivacy } from './privacy/places.ts';
import { Materialiser } from './publishing/materialiser.ts';
import { PublicationService } from './publishing/publication.service.ts';
import { Publisher } from './publishing/publisher.ts';
import { TenantQueue } from './publishing/tenant-queue.ts';

/** Maps sources to the business ontology, publishes typed tables and fills them. */
export function createOntology(system: System): SubgraphModule {
  const ontology = loadCanonicalOntology();
  const queue = new TenantQueue();
  const publications = new PublicationService(system, ontology);
  const publisher = new Publisher(system, { publications, materialiser: new Materialiser(system, queue.signal), queue });
  const proposals = new ProposalService(system);
  const acceptance = new AcceptanceService(system, publisher);
  const catalogue = new CatalogueService(system, publications, ontology);
  // Asked when somebody asks: a subgraph that only describes itself has no rules to read.
  const access: Pick<DataAccess, 'of'> = { of: (viewer) => system.dataAccess.of(viewer) };
  return {
    name: 'ontology',
    resolvers: [
      new EntityTypeResolver(catalogue, ontology),
      new AttributeResolver(catalogue, proposals),
      new RelationResolver(catalogue),
      new CanonicalRecordResolver(catalogue),
      new RecordTraceResolver(catalogue, proposals),
      new TracedRecordResolver(),
      new SourceObjectResolver(catalogue),
      new ConnectionResolver(catalogue, proposals),
      new MappingResolver(proposals, acceptance, access),
      new TableMappingResolver(proposals, access),
      new FieldMappingResolver(proposals),
    ],
    references: [
      { name: 'Connection', type: Connection, resolve: ({ id = '' }) => refer(Connection, id) },
      { name: 'SourceObject', type: SourceObject, resolve: ({ id = '' }) => refer(SourceObject, id) },
      { name: 'RecordTrace', type: RecordTrace, resolve: ({ id = '' }) => traceOf(id) },
      {
        name: 'EntityType',
        type: EntityType,
        resolve: async ({ id = '' }, { viewer, loaders }) => {
          const entity = (await modelOf(loaders, catalogue, requireUser(viewer))).entities.find((candidate) => candidate.id === id);
          return entity === undefined ? null : entityTypeOf(entity, catalogue.describe(entity));
        },
      },
      {
        name: 'Attribute',
        type: Attribute,
        resolve: async ({ id = '' }, { viewer, loaders }) => {
          for (const entity of (await modelOf(loaders, catalogue, requireUser(viewer))).entities) {
            const attribute = entity.attributes.find((candidate) => candidate.id === id);
            if (attribute !== undefined) return attributeOf(entity, attribute);
          }
          return null;
        },
      },
      {
        name: 'MappingProposal',
        type: MappingProposal,
        resolve: async ({ id = '' }, { viewer, loaders }) => {
          const row = await proposalLoader(loaders, proposals, requireUser(viewer)).load(id);
          return row === null ? null : proposalOf(row);
        },
      },
      {
        name: 'FieldMapping',
        type: FieldMapping,
        resolve: async ({ id = '' }, { viewer, loaders }) => {
          const row = await fieldLoader(loaders, proposals, requireUser(viewer)).load(id);
          return row === null ? null : fieldMappingOf(row, await access.of(requireUser(viewer)));
        },
      },
      {
        name: 'CanonicalRecord',
        type: CanonicalRecord,
        resolve: ({ id = '' }, { viewer, loaders }) => recordById(loaders, catalogue, requireUser(viewer), id),
      },
    ],
    actions: ontologyActions,
    consumers: [
      defineConsumer('ontology.follow-connectors', {
        'connectors.schema-discovered': (event) => proposals.onSchemaDiscovered(event),
        'connectors.sync-finished': (event) => publisher.onSyncFinished(event),
        'connectors.records-replayed': ({ tenantId, payload: { changeId, objects } }) =>
          publisher.onRawChanged(tenantId, changeId, new Set(objects.map(({ objectId }) => objectId))),
        'connectors.connection-removed': (event) => publisher.onConnectionRemoved(event),
      }),
      defineConsumer('ontology.follow-approvals', { 'agents.approval-decided': (event) => acceptance.onApprovalDecided(event) }),
    ],
    privacy: ontologyPrivacy(publisher),
    start: () => publisher.resume(),
    stop: () => queue.stop(),
  };
}
