import { MEMBERS, OPERATORS, defineActions } from '../../kernel/permissions/actions.ts';

export const findingActions = defineActions({
  'findings.read': {
    description: 'reading what pilots found',
    audience: MEMBERS,
    covers: [
      'Query.findings',
      'Query.finding',
      'PilotFinding',
      'PilotFindingConnection',
      'PilotFindingEdge',
      'FindingLink',
      'FindingProposal',
      'FindingMeasure',
      'FindingImprovement',
      'AgentOutcomes',
      'Playbook',
      'PlaybookAnalysis',
    ],
  },
  'findings.change': {
    description: 'dismissing what pilots found, and having people asked about it',
    audience: OPERATORS,
    covers: ['Mutation.dismissFinding', 'Mutation.proposeFinding', 'FindingChanged', 'InputRefused', 'InputProblem'],
  },
});
