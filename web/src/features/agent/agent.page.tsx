import { SearchX } from 'lucide-react';
import { lazy, Suspense } from 'react';
import { useParams } from 'react-router';
import { useMay } from '../../app/use-may.ts';
import { AgentDetailDocument } from '../../gql/graphql.ts';
import { known } from '../../graph/known.ts';
import { useEvery } from '../../graph/use-every.ts';
import { useGraph } from '../../graph/use-graph.ts';
import { useSearchState } from '../../graph/use-search-state.ts';
import { ButtonLink } from '../../ui/button.tsx';
import { Callout } from '../../ui/callout.tsx';
import { Page } from '../../ui/page.tsx';
import { Empty, Loading, ProblemNote } from '../../ui/states.tsx';
import { Tabs } from '../../ui/tabs.tsx';
import { useKeys } from '../../ui/use-keys.ts';
import { BackLink } from '../connect/back-link.tsx';
import { AgentControls } from './agent-controls.tsx';
import { AgentPlaybooks } from './agent-playbooks.tsx';
import { AgentProfile } from './agent-profile.tsx';
import { AgentVersions } from './agent-versions.tsx';

const AgentForm = lazy(async () => ({ default: (await import('./agent-form.tsx')).AgentForm }));
const MaturitySheet = lazy(async () => ({ default: (await import('./maturity-sheet.tsx')).MaturitySheet }));
const Decisions = lazy(async () => ({ default: (await import('../governance/decisions.tsx')).Decisions }));

const LOOK_MS = 15_000;
const TABS = ['profile', 'playbooks', 'decisions', 'versions'] as const;

/** /agents/fleet/:id: one agent. Which tab, and what is being changed, is in the address. */
export default function AgentPage() {
  const { id = '' } = useParams();
  const [{ tab: wanted, dialog }, set] = useSearchState(['tab', 'dialog']);
  const [result, refresh] = useGraph(AgentDetailDocument, { id });
  const may = useMay('agents.manage');
  useEvery(LOOK_MS, refresh);
  useKeys({ e: () => (may ? set({ dialog: 'change' }) : undefined) });
  const data = known(result);
  const agent = data?.agent ?? null;
  const tab = TABS.find((each) => each === wanted) ?? 'profile';
  const close = () => set({ dialog: '' });
  return (
    <>
      <BackLink to="/agents/fleet">Agents</BackLink>
      <Page
        title={agent?.name ?? 'Agent'}
        intro={agent?.purpose ?? null}
        actions={
          agent && may ? (
            <AgentControls agent={agent} onEdit={() => set({ dialog: 'change' })} onMaturity={() => set({ dialog: 'maturity' })} />
          ) : null
        }
      >
        {data === null && result.state === 'loading' ? <Loading label="Loading the agent" lines={6} /> : null}
        {result.state === 'failed' ? <ProblemNote problem={result.problem} onRetry={refresh} /> : null}
        {data && agent === null ? (
          <Empty icon={SearchX} title="There is no such agent" actions={<ButtonLink to="/agents/fleet">All agents</ButtonLink>}>
            The link may be old, or it was removed.
          </Empty>
        ) : null}
        {agent ? (
          <>
            {agent.enabled ? null : (
              <Callout tone="warning" title="It is stopped">
                It begins nothing, and no action of its runs is done, until somebody lets it work again.
              </Callout>
            )}
            <Tabs
              label="About the agent"
              value={tab}
              onChange={(value) => set({ tab: value === 'profile' ? '' : value })}
              tabs={[
                { value: 'profile', label: 'Profile', panel: <AgentProfile agent={agent} /> },
                { value: 'playbooks', label: 'Playbooks', panel: <AgentPlaybooks agent={agent} /> },
                {
                  value: 'decisions',
                  label: 'Decisions',
                  panel: (
                    <Suspense fallback={<Loading label="Loading the decisions" />}>
                      <Decisions agentId={agent.id} />
                    </Suspense>
                  ),
                },
                { value: 'versions', label: 'Versions', panel: <AgentVersions key={agent.version} id={agent.id} /> },
              ]}
            />
            <Suspense fallback={null}>
              {may && dialog === 'change' ? <AgentForm key={agent.version} agent={agent} onClose={close} onSaved={close} /> : null}
              {may && dialog === 'maturity' ? <MaturitySheet agent={agent} onClose={close} /> : null}
            </Suspense>
          </>
        ) : null}
      </Page>
    </>
  );
}
