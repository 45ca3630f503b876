import { lazy } from 'react';
import { useMay } from '../../app/use-may.ts';
import { GovernanceDocument } from '../../gql/graphql.ts';
import { known } from '../../graph/known.ts';
import { useGraph } from '../../graph/use-graph.ts';
import { useSearchState } from '../../graph/use-search-state.ts';
import { Loading, ProblemNote } from '../../ui/states.tsx';
import { Tabs } from '../../ui/tabs.tsx';
import { ActFrame } from '../act/act-frame.tsx';
import { Editing } from '../act/editing.tsx';
import { AlwaysConfirm } from './always-confirm.tsx';
import { Autonomy } from './autonomy.tsx';
import { Decisions } from './decisions.tsx';
import { Policies } from './policies.tsx';
import { TryAction } from './try-action.tsx';

const PolicyForm = lazy(async () => ({ default: (await import('./policy-form.tsx')).PolicyForm }));

const TABS = ['rules', 'try', 'decisions'] as const;

/** What agents may do: the autonomy of all, the rules of this company, and how each action was judged. */
export default function GovernancePage() {
  const [{ tab: wanted, edit }, set] = useSearchState(['tab', 'edit', 'verdict']);
  const [result, refresh] = useGraph(GovernanceDocument, {});
  const may = useMay('governance.manage');
  const data = known(result);
  const tab = TABS.find((each) => each === wanted) ?? 'rules';
  const edited = data?.actionPolicies.nodes.find(({ id }) => id === edit) ?? null;
  return (
    <ActFrame
      title="Governance"
      guide="governing-agents"
      intro="Before an agent does anything, it is judged: by its limits, your policies, its maturity and the autonomy you give. What nobody has ruled on is asked about."
    >
      <Tabs
        label="Governance"
        value={tab}
        onChange={(value) => set({ tab: value === 'rules' ? '' : value, verdict: '' })}
        tabs={[
          {
            value: 'rules',
            label: 'Rules',
            panel: (
              <>
                {data === null && result.state === 'loading' ? <Loading label="Loading the rules" lines={6} /> : null}
                {result.state === 'failed' ? <ProblemNote problem={result.problem} onRetry={refresh} /> : null}
                {data ? (
                  <>
                    <Autonomy governance={data.governance} may={may} />
                    <Policies
                      policies={data.actionPolicies.nodes}
                      templates={data.policyTemplates.nodes}
                      may={may}
                      onEdit={(id) => set({ edit: id })}
                      refresh={refresh}
                    />
                    <AlwaysConfirm governance={data.governance} may={may} />
                  </>
                ) : null}
              </>
            ),
          },
          { value: 'try', label: 'What would happen if', panel: <TryAction onPolicy={(id) => set({ tab: '', edit: id })} /> },
          { value: 'decisions', label: 'Decisions', panel: <Decisions /> },
        ]}
      />
      <Editing may={may} edit={edit} thing={edited} onClose={() => set({ edit: '' })} onSaved={refresh}>
        {(ways) => <PolicyForm policy={edited} {...ways} />}
      </Editing>
    </ActFrame>
  );
}
