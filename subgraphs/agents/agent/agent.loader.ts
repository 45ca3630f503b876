import type DataLoader from 'dataloader';
import type { LoaderScope } from '../../kernel/loaders/loader-scope.ts';
import type { UserViewer } from '../../kernel/viewer/viewer.ts';
import type { AgentService } from './agent.service.ts';
import { type Agent, agentOf } from './agent.type.ts';

/** Agents by id, batched within a request. */
export function agentLoader(loaders: LoaderScope, agents: AgentService, viewer: UserViewer): DataLoader<string, Agent | null> {
  return loaders.get('agents.agent', async (ids) => (await agents.load(viewer, ids)).map((row) => row && agentOf(row)));
}
