import type { Feature } from '../../kernel/federation/feature.ts';
import { requireUser } from '../../kernel/viewer/viewer.ts';
import type { CanonicalOntology } from '../canonical/ontology-file.ts';
import type { ProposalService } from '../mapping/proposal.service.ts';
import { modelOf, recordById } from './catalogue.loader.ts';
import { AttributeResolver, CanonicalRecordResolver, EntityTypeResolver, RelationResolver } from './catalogue.resolver.ts';
import type { CatalogueService } from './catalogue.service.ts';
import { ConnectionResolver } from './connection.resolver.ts';
import { Attribute, EntityType, attributeOf, entityTypeOf } from './entity-type.type.ts';
import { RecordTraceResolver, TracedRecordResolver } from './record-trace.resolver.ts';
import { RecordTrace, traceOf } from './record-trace.type.ts';
import { CanonicalRecord } from './record.type.ts';
import { SourceObjectResolver } from './source-object.resolver.ts';
import { Connection, SourceObject, refer } from './stubs.type.ts';

/** What the catalogue reads from. */
export interface CatalogueParts {
  readonly catalogue: CatalogueService;
  readonly proposals: ProposalService;
  readonly ontology: CanonicalOntology;
}

/** The published ontology and its records, to read. */
export function createCatalogue({ catalogue, proposals, ontology }: CatalogueParts): Feature {
  return {
    resolvers: [
      new EntityTypeResolver(catalogue, ontology),
      new AttributeResolver(catalogue, proposals),
      new RelationResolver(catalogue),
      new CanonicalRecordResolver(catalogue),
      new RecordTraceResolver(catalogue, proposals),
      new TracedRecordResolver(),
      new SourceObjectResolver(catalogue),
      new ConnectionResolver(catalogue, proposals),
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
        name: 'CanonicalRecord',
        type: CanonicalRecord,
        resolve: ({ id = '' }, { viewer, loaders }) => recordById(loaders, catalogue, requireUser(viewer), id),
      },
    ],
  };
}
