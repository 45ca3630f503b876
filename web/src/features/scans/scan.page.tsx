import { SearchX } from 'lucide-react';
import { useState } from 'react';
import { useParams } from 'react-router';
import { ScanDetailDocument } from '../../gql/graphql.ts';
import { known } from '../../graph/known.ts';
import { useGraph } from '../../graph/use-graph.ts';
import { usePoll } from '../../graph/use-poll.ts';
import { useSearchState } from '../../graph/use-search-state.ts';
import { Badge } from '../../ui/badge.tsx';
import { ButtonLink } from '../../ui/button.tsx';
import { formatCount, formatMoment } from '../../ui/format.ts';
import { Page } from '../../ui/page.tsx';
import { Progress } from '../../ui/progress.tsx';
import { Empty, Loading, ProblemNote } from '../../ui/states.tsx';
import { Tabs } from '../../ui/tabs.tsx';
import { BackLink } from '../connect/back-link.tsx';
import { CountTiles } from '../discover/count-tiles.tsx';
import { RunFollower } from '../runs/run-follower.tsx';
import { MODES, STATUSES } from './looks.ts';
import { ScanControls } from './scan-controls.tsx';
import { ScanDifference } from './scan-difference.tsx';
import { ScanFiles } from './scan-files.tsx';
import { ScanProblems } from './scan-problems.tsx';
import { UnfetchedNote } from './unfetched-note.tsx';

const PROBLEMS = 100;
const TABS = ['changes', 'files', 'refused'] as const;

/** /assets/scans/:scan: one scan, live while it runs. Which tab, and what it is compared with, is in the address. */
export default function ScanPage() {
  const { scan: id = '' } = useParams();
  const [{ tab: wanted }, set] = useSearchState(['tab']);
  const [problems, setProblems] = useState(PROBLEMS);
  const [result, refresh] = useGraph(ScanDetailDocument, { id, problems });
  const data = known(result);
  const scan = data?.scan ?? null;
  const running = scan?.status === 'RUNNING';
  usePoll(running, refresh);
  const tab = TABS.find((each) => each === wanted) ?? (scan?.status === 'SUCCEEDED' ? 'changes' : 'files');
  return (
    <>
      <BackLink to="/assets/scans">Scans</BackLink>
      <Page
        title={scan ? `Scan ${scan.number}` : 'Scan'}
        intro={
          scan ? (
            <span className="flex flex-wrap items-center gap-x-3 gap-y-1" data-scan-status={scan.status}>
              <Badge tone={STATUSES[scan.status].tone}>{STATUSES[scan.status].word}</Badge>
              <span>{MODES[scan.mode]}</span>
              {scan.asOf === null ? null : <span>as of {formatMoment(scan.asOf)}</span>}
              <span>{scan.policyVersion === 0 ? 'by the default policy' : `by version ${scan.policyVersion} of the policy`}</span>
              {scan.startedByUser ? <span>started by {scan.startedByUser.displayName}</span> : null}
              {scan.replay ? <span>repeats scan {scan.replay.number}</span> : null}
            </span>
          ) : null
        }
        actions={scan ? <ScanControls scan={scan} refresh={refresh} /> : null}
      >
        {data === null && result.state === 'loading' ? <Loading label="Loading the scan" lines={6} /> : null}
        {result.state === 'failed' ? <ProblemNote problem={result.problem} onRetry={refresh} /> : null}
        {data && scan === null ? (
          <Empty icon={SearchX} title="There is no such scan" actions={<ButtonLink to="/assets/scans">All scans</ButtonLink>}>
            The link may be old, or it belongs to another company.
          </Empty>
        ) : null}
        {scan && running ? (
          <>
            <RunFollower id={scan.id} onEnd={refresh} />
            <Progress value={scan.run.progress} label={`Scan ${scan.number}`} />
          </>
        ) : null}
        {scan?.problem ? <ProblemNote problem={{ ...scan.problem, retry: false }} /> : null}
        {scan && scan.unfetched.length > 0 ? <UnfetchedNote unfetched={scan.unfetched} /> : null}
        {scan ? (
          <>
            <CountTiles counts={scan.counts} />
            <p role="status" className="text-muted" data-records={scan.recordsRead}>
              {formatCount(scan.recordsRead)} records read: {formatCount(scan.recordsTaken)} taken as evidence,{' '}
              {formatCount(scan.recordsKept)} only kept, {formatCount(scan.recordsRefused)} refused.
            </p>
            <Tabs
              label="About the scan"
              value={tab}
              onChange={(value) => set({ tab: value })}
              tabs={[
                {
                  value: 'changes',
                  label: 'Changes',
                  panel:
                    scan.status === 'SUCCEEDED' ? (
                      <ScanDifference scanId={id} />
                    ) : (
                      <p className="text-muted">It has found nothing to compare.</p>
                    ),
                },
                { value: 'files', label: `Files ${formatCount(scan.files.length)}`, panel: <ScanFiles files={scan.files} /> },
                {
                  value: 'refused',
                  label: `Refused ${formatCount(scan.recordsRefused)}`,
                  panel: (
                    <ScanProblems
                      problems={scan.problems}
                      refused={scan.recordsRefused}
                      onMore={() => setProblems((count) => count + PROBLEMS)}
                    />
                  ),
                },
              ]}
            />
          </>
        ) : null}
      </Page>
    </>
  );
}
