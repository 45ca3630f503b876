import { viewActions } from './views/view.actions.ts';
import { modelActions } from './model/model.actions.ts';
import { defineActions, MEMBERS, OPERATORS } from '../kernel/permissions/actions.ts';
import { changesActions } from './changes/changes.actions.ts';
import { jobActions } from './jobs/jobs.actions.ts';
import { qualityActions } from './quality/quality.actions.ts';
import { transformActions } from './transform/transform.actions.ts';
import { goldenActions } from './golden/golden.actions.ts';
import { learningActions } from './learning/learning.actions.ts';
import { lineageActions } from './lineage/lineage.actions.ts';
import { resolutionActions } from './resolution/resolution.actions.ts';

export const ontologyActions = defineActions({
  ...modelActions,
  ...viewActions,
  ...transformActions,
  ...qualityActions,
  ...jobActions,
  ...goldenActions,
  ...learningActions,
  ...lineageActions,
  ...resolutionActions,
  ...changesActions,
  'ontology.read': {
    description: 'reading the ontology and its mappings',
    audience: MEMBERS,
    covers: [
      'Query.entityTypes',
      'Query.entityType',
      'Query.mappingProposals',
      'Query.mappingProposal',
      'Query.fieldMapping',
      'Query.canonicalEntities',
      'EntityType',
      'EntityTypeConnection',
      'EntityTypeEdge',
      'Attribute',
      'ComputedAttribute',
      'Relation',
      'NearMatch',
      'MappingProposal',
      'MappingProposalConnection',
      'MappingProposalEdge',
      'TableMapping',
      'FieldMapping',
      'MappingAlternative',
      'CanonicalEntity',
      'CanonicalAttribute',
      'Connection',
      'SourceObject',
      'UnifiedCount',
      'User',
      'Run',
      'PageInfo',
      'InputProblem',
    ],
  },
  'records.read': {
    description: 'reading unified records',
    audience: MEMBERS,
    covers: [
      'Query.record',
      'EntityType.records',
      'CanonicalRecord',
      'CanonicalRecordConnection',
      'CanonicalRecordEdge',
      'RecordLineage',
      'RecordTrace',
    ],
  },
  'mappings.accept': {
    description: 'accepting mappings',
    audience: OPERATORS,
    covers: ['Mutation.acceptMapping', 'Mutation.reviseMapping', 'MappingAccepted', 'MappingRevised', 'InputRefused'],
  },
  // Part of accepting, and all that agents may do about a mapping: what they propose waits for a person.
  'mappings.propose': {
    description: 'proposing mappings otherwise',
    audience: OPERATORS,
    byAgents: true,
    covers: ['Mutation.reviseMapping', 'MappingRevised', 'InputRefused'],
  },
});
