import { agentsEntities } from '../../../subgraphs/agents/entities.ts';
import { createAgents } from '../../../subgraphs/agents/index.ts';
import type { SubgraphFactory } from '../../../subgraphs/kernel/federation/run-subgraphs.ts';
import { MIXED } from './mixed.ts';
import { ASKING, countingTools } from './tools.ts';

/** The agents of the product with counted effects and these workflows. */
export function agentsWithCounts(url: string): SubgraphFactory {
  const create: SubgraphFactory['create'] = (system) =>
    createAgents(system, { ports: { tools: countingTools(url), governor: ASKING }, workflows: MIXED.map(({ definition }) => definition) });
  return { create, entities: agentsEntities };
}
