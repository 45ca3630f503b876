import type DataLoader from 'dataloader';
import type { LoaderScope } from '../../kernel/loaders/loader-scope.ts';
import type { UserViewer } from '../../kernel/viewer/viewer.ts';
import type { AgentRow } from './agent.entity.ts';
import type { AgentService } from './agent.service.ts';

/** Agents by id, batched within a request. */
export function agentLoader(loaders: LoaderScope, agents: AgentService, viewer: UserViewer): DataLoader<string, AgentRow | null> {
  return loaders.get('agents.agent', (ids) => agents.load(viewer, ids));
}
