/** The subgraphs by name, for those that need none of their code. A test holds them against the factories. */
export const SUBGRAPH_NAMES = ['accounts', 'agents', 'assets', 'connectors', 'insights', 'ontology'] as const;
