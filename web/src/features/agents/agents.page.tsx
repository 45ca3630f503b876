import { lazy, Suspense } from 'react';
import { useSearchParams } from 'react-router';
import { usePendingApprovals } from '../../app/use-pending-approvals.ts';
import { Page } from '../../ui/page.tsx';
import { Loading } from '../../ui/states.tsx';
import { Tabs } from '../../ui/tabs.tsx';
import { RunList } from '../runs/run-list.tsx';
import { Approvals } from './approvals.tsx';
import { Fleet } from './fleet.tsx';

const Vitals = lazy(async () => ({ default: (await import('./vitals.tsx')).Vitals }));

const TABS = ['approvals', 'runs', 'fleet', 'vitals'] as const;

/** AOA: what agents ask permission for, what they did, who they are and how they are doing. */
export default function AgentsPage() {
  const [search, setSearch] = useSearchParams();
  const pending = usePendingApprovals();
  const tab = TABS.find((each) => each === search.get('tab')) ?? 'approvals';
  return (
    <Page
      title="Act"
      code="AOA"
      intro="Agents work on your data. What matters waits for a person’s decision; everything they do is on record."
    >
      <Tabs
        label="Agents"
        value={tab}
        onChange={(value) => setSearch(value === 'approvals' ? {} : { tab: value }, { replace: true })}
        tabs={[
          {
            value: 'approvals',
            label: (
              <>
                Approvals{' '}
                {pending > 0 ? <span className="rounded-full bg-accent px-1.5 text-xs font-semibold text-on-accent">{pending}</span> : null}
              </>
            ),
            panel: <Approvals />,
          },
          { value: 'runs', label: 'Runs', panel: <RunList /> },
          { value: 'fleet', label: 'Agents', panel: <Fleet /> },
          {
            value: 'vitals',
            label: 'Vitals',
            panel: (
              <Suspense fallback={<Loading label="Loading the vitals" lines={6} />}>
                <Vitals />
              </Suspense>
            ),
          },
        ]}
      />
    </Page>
  );
}
