import type { SubgraphFactory } from '../../subgraphs/kernel/federation/run-subgraphs.ts';
import type { SUBGRAPH_NAMES } from './subgraph-names.ts';

type SubgraphName = (typeof SUBGRAPH_NAMES)[number];

/** Each subgraph by itself: a process that serves one has no use for the code of the others, which takes 40 MB and half a second. */
const LOADERS: Readonly<Record<SubgraphName, () => Promise<SubgraphFactory>>> = {
  accounts: async () => ({
    create: (await import('../../subgraphs/accounts/index.ts')).createAccounts,
    entities: (await import('../../subgraphs/accounts/entities.ts')).accountsEntities,
  }),
  agents: async () => ({
    create: (await import('../create-agents.ts')).createProductAgents,
    entities: (await import('../../subgraphs/agents/entities.ts')).agentsEntities,
  }),
  assets: async () => ({
    create: (await import('../../subgraphs/assets/index.ts')).createAssets,
    entities: (await import('../../subgraphs/assets/entities.ts')).assetsEntities,
  }),
  connectors: async () => ({
    create: (await import('../../subgraphs/connectors/index.ts')).createConnectors,
    entities: (await import('../../subgraphs/connectors/entities.ts')).connectorsEntities,
  }),
  insights: async () => ({
    create: (await import('../../subgraphs/insights/index.ts')).createInsights,
    entities: (await import('../../subgraphs/insights/entities.ts')).insightsEntities,
  }),
  ontology: async () => ({
    create: (await import('../../subgraphs/ontology/index.ts')).createOntology,
    entities: (await import('../../subgraphs/ontology/entities.ts')).ontologyEntities,
  }),
};

/** The subgraph of this name; null when there is none. */
export async function loadSubgraph(name: string): Promise<SubgraphFactory | null> {
  return Object.hasOwn(LOADERS, name) ? LOADERS[name as SubgraphName]() : null;
}
