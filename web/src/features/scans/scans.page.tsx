import { Radar } from 'lucide-react';
import { useState } from 'react';
import { Link } from 'react-router';
import { useMay } from '../../app/use-may.ts';
import { ScansDocument } from '../../gql/graphql.ts';
import { known } from '../../graph/known.ts';
import { useGraph } from '../../graph/use-graph.ts';
import { usePoll } from '../../graph/use-poll.ts';
import { Badge } from '../../ui/badge.tsx';
import { DataTable } from '../../ui/data-table.tsx';
import { formatCount, formatMoment, plural } from '../../ui/format.ts';
import { Progress } from '../../ui/progress.tsx';
import { Empty } from '../../ui/states.tsx';
import { DiscoverFrame } from '../discover/discover-frame.tsx';
import { RunFollower } from '../runs/run-follower.tsx';
import { Listed } from '../settings/listed.tsx';
import { FeedPanel } from './feed-panel.tsx';
import { MODES, STATUSES } from './looks.ts';
import { StartPanel } from './start-panel.tsx';

const PAGE = 30;

/** /assets/scans: what has been scanned, where telemetry comes from, and the beginning of the next scan. */
export default function ScansPage() {
  const [first, setFirst] = useState(PAGE);
  const [result, refresh] = useGraph(ScansDocument, { first });
  const mayScan = useMay('discovery.scan');
  const running = known(result)?.scans.nodes.find(({ status }) => status === 'RUNNING') ?? null;
  usePoll(running !== null, refresh);
  return (
    <DiscoverFrame
      title="Scans"
      intro="A scan reads all telemetry and says what runs: as of one moment, by one version of the policy. Repeated, it says the same."
    >
      {running ? <RunFollower key={running.id} id={running.id} onEnd={refresh} /> : null}
      {mayScan ? <StartPanel running={running} /> : null}
      <Listed
        what="the scans"
        result={result}
        refresh={refresh}
        pick={(data) => data.scans}
        onMore={() => setFirst((count) => count + PAGE)}
        empty={
          <Empty icon={Radar} title="Nothing has been scanned">
            Drop telemetry above: what sensors, identity providers, clouds, books and lists say of what runs. One exported snapshot will do.
          </Empty>
        }
      >
        {(scans) => (
          <DataTable
            label="Scans"
            rows={scans}
            rowKey={({ id }) => id}
            columns={[
              {
                name: 'Scan',
                cell: ({ id, number, mode }) => (
                  <span className="grid">
                    <Link to={`/assets/scans/${id}`} className="font-medium whitespace-nowrap link" data-scan={number}>
                      Scan {number}
                    </Link>
                    <span className="text-sm text-muted">{MODES[mode]}</span>
                  </span>
                ),
              },
              {
                name: 'State',
                cell: ({ status, run, number, unfetched }) => (
                  <span className="grid justify-items-start gap-1.5" data-status={status}>
                    <Badge tone={STATUSES[status].tone}>{STATUSES[status].word}</Badge>
                    {status === 'RUNNING' ? <Progress value={run.progress} label={`Scan ${number}`} className="w-24" /> : null}
                    {unfetched.length > 0 ? <Badge tone="warning">{plural(unfetched.length, 'feed')} not fetched</Badge> : null}
                  </span>
                ),
              },
              {
                name: 'As of',
                cell: ({ asOf }) => (asOf === null ? '–' : <span className="whitespace-nowrap">{formatMoment(asOf)}</span>),
              },
              { name: 'Records', numeric: true, cell: ({ recordsRead }) => formatCount(recordsRead) },
              {
                name: 'Refused',
                numeric: true,
                cell: ({ recordsRefused }) =>
                  recordsRefused === 0 ? <span className="font-normal text-muted">none</span> : formatCount(recordsRefused),
              },
              { name: 'In the graph', numeric: true, cell: ({ counts }) => (counts ? formatCount(counts.admitted) : '–') },
              { name: 'Shadow', numeric: true, cell: ({ counts }) => (counts ? formatCount(counts.shadow) : '–') },
              { name: 'Zombie', numeric: true, cell: ({ counts }) => (counts ? formatCount(counts.zombie) : '–') },
              { name: 'Policy', cell: ({ policyVersion }) => (policyVersion === 0 ? 'the default' : `version ${policyVersion}`) },
            ]}
          />
        )}
      </Listed>
      <FeedPanel />
    </DiscoverFrame>
  );
}
