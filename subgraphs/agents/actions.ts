import { MEMBERS, OPERATORS, defineActions } from '../kernel/permissions/actions.ts';

export const agentsActions = defineActions({
  'agents.read': {
    description: 'reading what agents do',
    audience: MEMBERS,
    covers: [
      'Query.agents',
      'Query.agent',
      'Query.runs',
      'Query.run',
      'Query.approvals',
      'Query.approval',
      'Agent',
      'AgentConnection',
      'AgentEdge',
      'Run',
      'RunConnection',
      'RunEdge',
      'RunStep',
      'Approval',
      'ApprovalConnection',
      'ApprovalEdge',
      'PageInfo',
      'Connection',
      'User',
    ],
  },
  'approvals.decide': {
    description: 'deciding what agents may do',
    audience: OPERATORS,
    covers: ['Mutation.decideApproval', 'ApprovalDecided', 'InputRefused', 'InputProblem'],
  },
});
