import { SearchX } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import { Route, Routes, useParams, useSearchParams } from 'react-router';
import NotFoundPage from '../../app/not-found.page.tsx';
import { useViewer } from '../../app/viewer.ts';
import type { Problem } from '../../graph/problem.ts';
import { Badge } from '../../ui/badge.tsx';
import { ButtonLink } from '../../ui/button.tsx';
import { formatMoment, plural } from '../../ui/format.ts';
import { Page } from '../../ui/page.tsx';
import { Empty, Loading, ProblemNote } from '../../ui/states.tsx';
import { BackLink } from '../connect/back-link.tsx';
import { placeOf } from '../connect/connection-kinds.ts';
import { CONNECTION_STATUSES } from '../connect/connection-statuses.ts';
import { HealthBadge } from '../connect/health-badge.tsx';
import { FlowSteps } from '../connect/flow-steps.tsx';
import { scheduleWords } from '../connect/schedule-words.ts';
import { SubPages } from '../settings/sub-pages.tsx';
import { OverviewTab } from './overview-tab.tsx';
import { SyncControls } from './sync-controls.tsx';
import { useConnection } from './use-connection.ts';

const SyncsTab = lazy(async () => ({ default: (await import('./syncs-tab.tsx')).SyncsTab }));
const DriftTab = lazy(async () => ({ default: (await import('./drift-tab.tsx')).DriftTab }));
const SettingsTab = lazy(async () => ({ default: (await import('./settings-tab.tsx')).SettingsTab }));

const STILL_WORKING: Problem = {
  code: 'STILL_WORKING',
  message: 'This takes unusually long.',
  todo: 'It goes on by itself; look again later.',
  retry: true,
};

/** One connection: how it is, its syncs, its drift and its settings, each part with an address of its own. */
export default function ConnectionPage() {
  const { id = '' } = useParams();
  const [search] = useSearchParams();
  const [problem, setProblem] = useState<Problem | null>(null);
  const { result, refresh, connection, busy, followed, gaveUp } = useConnection(id);
  const demo = useViewer()?.tenant.demo ?? false;

  const status = connection ? CONNECTION_STATUSES[connection.status] : null;
  const quarantined = connection?.objects.nodes.reduce((sum, each) => sum + each.quarantinedCount, 0) ?? 0;
  const at = `/connections/${id}`;

  return (
    <>
      <BackLink to="/connections">Connections</BackLink>
      <Page
        title={connection?.name ?? 'Connection'}
        intro={
          connection
            ? `${placeOf(connection, demo)} · connected ${formatMoment(connection.createdAt)}${connection.createdBy ? ` by ${connection.createdBy.displayName}` : ''}`
            : null
        }
        actions={connection ? <SyncControls connection={connection} busy={busy} onProblem={setProblem} refresh={refresh} /> : null}
      >
        {search.has('new') ? <FlowSteps at={connection?.mappingProposal && !busy ? 2 : 1} /> : null}
        {problem ? <ProblemNote problem={problem} /> : null}
        {result.state === 'loading' ? <Loading label="Loading the connection" /> : null}
        {result.state === 'failed' ? <ProblemNote problem={result.problem} onRetry={refresh} /> : null}
        {result.state === 'ready' && !connection ? (
          <Empty icon={SearchX} title="There is no such connection" actions={<ButtonLink to="/connections">All connections</ButtonLink>}>
            It may have been removed.
          </Empty>
        ) : null}
        {connection && status ? (
          <>
            <p className="-mt-3 flex flex-wrap items-center gap-2" data-connection-status={connection.status}>
              <Badge tone={status.tone}>{status.word}</Badge>
              <HealthBadge status={connection.health.status} />
              <Badge>read {scheduleWords(connection.schedule)}</Badge>
              {connection.plane ? <Badge>through {connection.plane.name}</Badge> : null}
              <Badge>{plural(connection.objects.totalCount, 'object')}</Badge>
              {quarantined > 0 ? <Badge tone="warning">{plural(quarantined, 'row')} set aside</Badge> : null}
              {connection.statusReason ? <span className="text-muted">{connection.statusReason}</span> : null}
            </p>
            <SubPages
              label="Parts of the connection"
              pages={[
                { to: at, label: 'Overview', end: true },
                { to: `${at}/syncs`, label: 'Syncs' },
                { to: `${at}/drift`, label: 'Drift' },
                { to: `${at}/settings`, label: 'Settings' },
              ]}
            />
            {gaveUp ? <ProblemNote problem={STILL_WORKING} onRetry={refresh} /> : null}
            <Suspense fallback={<Loading label="Loading this part of the connection" />}>
              <Routes>
                <Route index element={<OverviewTab connection={connection} followed={followed} />} />
                <Route path="syncs" element={<SyncsTab connection={connection} refresh={refresh} />} />
                <Route path="drift" element={<DriftTab connection={connection} />} />
                <Route path="settings" element={<SettingsTab connection={connection} />} />
                <Route path="*" element={<NotFoundPage />} />
              </Routes>
            </Suspense>
          </>
        ) : null}
      </Page>
    </>
  );
}
