import { useSearchParams } from 'react-router';
import { Tabs } from 'radix-ui';
import { usePendingApprovals } from '../../app/sidebar.tsx';
import { Page } from '../../ui/page.tsx';
import { TAB } from '../../ui/tabs.ts';
import { RunList } from '../runs/run-list.tsx';
import { Approvals } from './approvals.tsx';

/** AOA: what agents ask permission for, and what they did. */
export default function AgentsPage() {
  const [search, setSearch] = useSearchParams();
  const pending = usePendingApprovals();
  const tab = search.get('tab') === 'runs' ? 'runs' : 'approvals';
  return (
    <Page
      title="Act"
      code="AOA"
      intro="Agents work on your data. What matters waits for a person’s decision; everything they do is on record."
    >
      <Tabs.Root value={tab} onValueChange={(value) => setSearch(value === 'runs' ? { tab: 'runs' } : {}, { replace: true })}>
        <Tabs.List aria-label="Agents" className="mb-5 flex gap-6 border-b border-line">
          <Tabs.Trigger value="approvals" className={TAB}>
            Approvals{' '}
            {pending > 0 ? <span className="rounded-full bg-accent px-1.5 text-xs font-semibold text-on-accent">{pending}</span> : null}
          </Tabs.Trigger>
          <Tabs.Trigger value="runs" className={TAB}>
            Runs
          </Tabs.Trigger>
        </Tabs.List>
        <Tabs.Content value="approvals">
          <Approvals />
        </Tabs.Content>
        <Tabs.Content value="runs">
          <RunList />
        </Tabs.Content>
      </Tabs.Root>
    </Page>
  );
}
