import { MEMBERS, OPERATORS, defineActions } from '../../kernel/permissions/actions.ts';

export const meshActions = defineActions({
  'mesh.read': {
    description: 'reading how well connections are and how records flow',
    audience: MEMBERS,
    covers: [
      'Query.mesh', 'Query.flow', 'Subscription.flowChanged', 'Mesh', 'MeshConnections', 'MeshRepairs', 'SecondsSpread', 'VendorTraffic', 'Flow', 'FlowStage',
      'FlowMinute', 'FlowBottleneck', 'FlowChange', 'ConnectionHealth', 'HealthReason', 'ErrorBudget', 'CircuitBreaker', 'Healing', 'HealthChange',
      'HealthChangeConnection', 'HealthChangeEdge', 'Reconciliation',
    ], // prettier-ignore
  },
  'traces.read': {
    description: 'following single records from their source',
    audience: MEMBERS,
    covers: ['Query.recordTrace', 'RecordTrace', 'TraceStep'],
  },
  'connections.reconcile': {
    description: 'comparing sources with what landed of them',
    audience: OPERATORS,
    byAgents: true,
    covers: ['Mutation.reconcileConnection', 'ReconciliationStarted'],
  },
});
