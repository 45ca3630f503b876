/** Which root lists an event of the tenant's feed makes stale, by its topic. What the event is about is in the event itself. */
const LISTS: Readonly<Record<string, readonly string[]>> = {
  'connectors.connection-created': ['connections', 'assets', 'runs'],
  'connectors.connection-removed': ['connections', 'assets', 'entityTypes', 'metrics', 'mappingProposals', 'approvals'],
  'connectors.sync-started': ['runs'],
  'connectors.sync-finished': ['connection', 'assets'],
  'ontology.mapping-proposed': ['connection', 'mappingProposals', 'approvals'],
  'ontology.mapping-withdrawn': ['mappingProposals', 'approvals'],
  'ontology.published': ['connection', 'mappingProposal', 'entityTypes', 'metrics', 'mappingProposals', 'approvals', 'assets'],
  'ontology.publishing-failed': ['connection', 'mappingProposal'],
  'ontology.canonical-changed': ['connection', 'mappingProposal', 'entityTypes'],
  'agents.approval-decided': ['approvals', 'mappingProposals'],
  'insights.metrics-refreshed': ['metrics', 'sampleQuestions', 'entityTypes'],
  'insights.dashboard-saved': ['dashboards'],
};

/** The root fields to ask for again after an event of `topic`; none for topics that are not known here. */
export function listsMovedBy(topic: string): readonly string[] {
  return LISTS[topic] ?? [];
}
