import { MEMBERS, OPERATORS, defineActions } from '../../kernel/permissions/actions.ts';

/** What may be done about records that are the same. */
export const resolutionActions = defineActions({
  'resolution.read': {
    description: 'reading how records were found to be the same',
    audience: MEMBERS,
    covers: [
      'Query.resolutionPairs', 'Query.resolutionPair', 'Query.resolutionHistory', 'Query.resolutionClusters', 'EntityType.resolution', 'CanonicalRecord.verified', 'EntityResolution', 'ResolutionPolicy', 'ResolutionModel', 'ResolutionField', 'ScoreBin',
      'ResolutionPair', 'ResolutionPairConnection', 'ResolutionPairEdge', 'ResolutionMember', 'PairComparison', 'ResolutionChange', 'ResolutionChangeConnection',
      'ResolutionChangeEdge', 'ResolutionGroup', 'ResolutionCluster', 'ResolutionClusterConnection', 'ResolutionClusterEdge',
    ], // prettier-ignore
  },
  'resolution.decide': {
    description: 'deciding which records are the same',
    audience: OPERATORS,
    byAgents: true,
    covers: [
      'Mutation.decidePair', 'Mutation.decidePairs', 'Mutation.mergeRecords', 'Mutation.splitRecord', 'Mutation.neverMerge', 'Mutation.undoResolution',
      'Mutation.verifyRecord', 'ResolutionDone', 'RecordVerified',
    ], // prettier-ignore
  },
  'resolution.manage': {
    description: 'changing how records are resolved',
    audience: OPERATORS,
    byAgents: true,
    covers: ['Mutation.setResolutionPolicy', 'Mutation.resolveNow', 'ResolutionPolicySet', 'ResolutionStarted'],
  },
});
