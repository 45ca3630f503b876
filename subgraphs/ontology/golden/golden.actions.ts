import { MEMBERS, OPERATORS, defineActions } from '../../kernel/permissions/actions.ts';

export const goldenActions = defineActions({
  'provenance.read': {
    description: 'reading what unified records are made of, and why their values are what they are',
    audience: MEMBERS,
    covers: [
      'Query.survivorshipPolicy',
      'RecordMember',
      'RecordMemberConnection',
      'RecordMemberEdge',
      'ValueProvenance',
      'OverriddenValue',
      'AlternativeValue',
      'SurvivorshipPolicy',
      'AttributeSurvivorship',
    ],
  },
  'records.correct': {
    description: 'setting values of unified records, and how they are chosen',
    audience: OPERATORS,
    byAgents: true,
    covers: ['Mutation.overrideValue', 'Mutation.clearOverride', 'Mutation.setSurvivorship', 'ValueSet', 'SurvivorshipSet'],
  },
});
