import { MEMBERS, OPERATORS, defineActions } from '../../kernel/permissions/actions.ts';

export const driftActions = defineActions({
  'drift.read': {
    description: 'reading how sources change',
    audience: MEMBERS,
    covers: [
      'Query.drifts', 'Query.drift', 'Drift', 'DriftConnection', 'DriftEdge', 'DriftField', 'DriftDependent', 'Query.repairs', 'Query.repair', 'RepairProposal', 'RepairProposalConnection',
      'RepairProposalEdge', 'RepairChange', 'RepairPreview', 'AvailableField', 'Approval', 'Query.repairPolicy', 'RepairPolicy', 'Query.quarantine',
      'QuarantineEntry', 'QuarantineEntryConnection', 'QuarantineEntryEdge', 'Query.quarantineCounts', 'QuarantineCount',
    ], // prettier-ignore
  },
  'drift.decide': {
    description: 'deciding what becomes of sources that have changed',
    audience: OPERATORS,
    byAgents: true,
    covers: [
      'Mutation.observeConnection', 'ConnectionObserved', 'Mutation.dismissDrift', 'DriftDismissed', 'Mutation.acceptRepair', 'Mutation.rejectRepair',
      'Mutation.rollBackRepair', 'RepairDecided', 'Mutation.setRepairPolicy', 'RepairPolicySet', 'Mutation.replayQuarantine', 'QuarantineReplayed',
      'Mutation.discardQuarantined', 'QuarantineDiscarded',
    ], // prettier-ignore
  },
});
