/** Which root lists an event of the tenant's feed makes stale, by its topic. What the event is about is in the event itself. */
const LISTS: Readonly<Record<string, readonly string[]>> = {
  'connectors.connection-created': ['connections', 'assets', 'assetFacets'],
  'connectors.connection-removed': [
    'connections',
    'assets',
    'assetFacets',
    'entityTypes',
    'metrics',
    'mappingProposals',
    'approvals',
    'runs',
  ],
  'connectors.health-changed': ['connections', 'connection', 'mesh'],
  'connectors.drift-detected': ['connection', 'drifts', 'drift', 'mesh', 'repairs', 'approvals'],
  'connectors.repair-changed': ['connection', 'drifts', 'drift', 'mesh', 'repairs', 'repair', 'quarantine', 'approvals'],
  'ontology.mapping-proposed': ['connection', 'mappingProposals', 'approvals'],
  'ontology.published': [
    'connection',
    'mappingProposal',
    'mappingProposals',
    'entityTypes',
    'metrics',
    'approvals',
    'assets',
    'assetFacets',
  ],
  'ontology.publishing-failed': ['connection', 'mappingProposal'],
  'agents.approval-requested': ['approvals', 'connection'],
  'agents.approval-decided': ['approvals', 'mappingProposals'],
  // Only beginnings and ends come this way; what happens between them comes with the run's own events.
  'runs.changed': [
    'runs',
    'connection',
    'assets',
    'assetFacets',
    'asset',
    'assetFindings',
    'scans',
    'scan',
    'posture',
    'postureByDepartment',
  ],
  'insights.metrics-refreshed': ['ask', 'metrics', 'sampleQuestions', 'entityTypes', 'connection', 'mappingProposal'],
  'insights.dashboard-saved': ['dashboards', 'dashboard'],
};

/** The root fields to ask for again after an event of `topic`; none for topics that are not known here. */
export function listsMovedBy(topic: string): readonly string[] {
  return LISTS[topic] ?? [];
}
