import { accountsEntities } from '../subgraphs/accounts/entities.ts';
import { createAccounts } from '../subgraphs/accounts/index.ts';
import { agentsEntities } from '../subgraphs/agents/entities.ts';
import { assetsEntities } from '../subgraphs/assets/entities.ts';
import { createAssets } from '../subgraphs/assets/index.ts';
import { connectorsEntities } from '../subgraphs/connectors/entities.ts';
import { createConnectors } from '../subgraphs/connectors/index.ts';
import { insightsEntities } from '../subgraphs/insights/entities.ts';
import { createInsights } from '../subgraphs/insights/index.ts';
import type { SubgraphFactory } from '../subgraphs/kernel/federation/run-subgraphs.ts';
import { ontologyEntities } from '../subgraphs/ontology/entities.ts';
import { createOntology } from '../subgraphs/ontology/index.ts';
import { createProductAgents } from './create-agents.ts';

/** The subgraphs of the product, and the tables each of them keeps. */
export const subgraphFactories: readonly (SubgraphFactory & { name: string })[] = [
  { name: 'accounts', create: createAccounts, entities: accountsEntities },
  { name: 'agents', create: createProductAgents, entities: agentsEntities },
  { name: 'assets', create: createAssets, entities: assetsEntities },
  { name: 'connectors', create: createConnectors, entities: connectorsEntities },
  { name: 'insights', create: createInsights, entities: insightsEntities },
  { name: 'ontology', create: createOntology, entities: ontologyEntities },
];
