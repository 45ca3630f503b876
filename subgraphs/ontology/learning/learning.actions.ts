import { MEMBERS, OPERATORS, defineActions } from '../../kernel/permissions/actions.ts';

export const learningActions = defineActions({
  'mappings.learning': {
    description: 'reading how sure mappings are, the policy about them, and earlier decisions',
    audience: MEMBERS,
    covers: [
      'Query.mappingPolicy',
      'Query.mappingPairs',
      'Query.similarPastMappings',
      'FieldMapping.level',
      'MappingReason',
      'MappingLearning',
      'MappingPolicy',
      'MappingThresholds',
      'MatcherFit',
      'MappingPair',
      'MappingPairConnection',
      'MappingPairEdge',
      'SimilarPastMapping',
    ],
  },
  'mappings.teach': {
    description: 'importing pairs of fields, and going back to the shipped matcher',
    audience: OPERATORS,
    covers: ['Mutation.importMappingPairs', 'Mutation.removeMappingPairs', 'MappingPairsImported'],
  },
  'mappings.policy': {
    description: 'changing what is accepted without a person',
    audience: ['OWNER', 'ADMIN'],
    covers: ['Mutation.setMappingPolicy', 'MappingPolicySet'],
  },
});
