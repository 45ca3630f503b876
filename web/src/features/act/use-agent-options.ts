import { AgentNamesDocument } from '../../gql/graphql.ts';
import { known } from '../../graph/known.ts';
import { useGraph } from '../../graph/use-graph.ts';

/** The agents to choose one of, by name. `none` is what stands first, for no agent in particular. */
export function useAgentOptions(none: string): readonly { value: string; label: string }[] {
  const [agents] = useGraph(AgentNamesDocument, {}, { policy: 'cache-first' });
  return [{ value: '', label: none }, ...(known(agents)?.agents.nodes ?? []).map(({ id, name }) => ({ value: id, label: name }))];
}
