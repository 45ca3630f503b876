import { Cable, Plus } from 'lucide-react';
import { useState } from 'react';
import { Link } from 'react-router';
import { useViewer } from '../../app/viewer.ts';
import { ConnectionsDocument } from '../../gql/graphql.ts';
import type { ConnectionsQuery } from '../../gql/graphql.ts';
import { known } from '../../graph/known.ts';
import { useGraph } from '../../graph/use-graph.ts';
import { useLive } from '../../graph/use-live.ts';
import { usePoll } from '../../graph/use-poll.ts';
import { Badge } from '../../ui/badge.tsx';
import { ButtonLink } from '../../ui/button.tsx';
import { formatAgo, formatCount, plural } from '../../ui/format.ts';
import { LoadMore } from '../../ui/load-more.tsx';
import { Progress } from '../../ui/progress.tsx';
import { useNow } from '../../ui/use-now.ts';
import { Empty, Loading, ProblemNote } from '../../ui/states.tsx';
import { RunFollower } from '../runs/run-follower.tsx';
import { ConnectFrame } from './connect-frame.tsx';
import { kindLook, placeOf } from './connection-kinds.ts';
import { HealthBadge } from './health-badge.tsx';
import { scheduleWords } from './schedule-words.ts';
import { CONNECTION_STATUSES } from './connection-statuses.ts';

const PAGE = 30;
/** Connections whose runs are followed live. */
const MAX_FOLLOWED = 5;

type Connection = ConnectionsQuery['connections']['nodes'][number];

function ConnectionCard({ connection }: { connection: Connection }) {
  const { word, tone } = CONNECTION_STATUSES[connection.status];
  const { name: kind, icon: Icon } = kindLook(connection.kind);
  const place = placeOf(connection, useViewer()?.tenant.demo ?? false);
  const sync = connection.latestSync;
  const now = useNow();
  const reason = connection.statusReason ?? connection.health.reasons[0]?.message ?? null;
  const proposal = connection.mappingProposal;
  return (
    <li className="panel grid content-start gap-3 p-5" data-connection={connection.id} data-status={connection.status}>
      <div className="flex items-start gap-3">
        <span className="grid size-9 shrink-0 place-items-center rounded-md bg-raised text-accent">
          <Icon aria-hidden size={18} strokeWidth={1.75} />
        </span>
        <div className="min-w-0 flex-1 leading-tight">
          <h2 className="truncate text-md font-semibold">
            <Link to={`/connections/${connection.id}`} className="hover:underline">
              {connection.name}
            </Link>
          </h2>
          <p className="truncate text-sm text-muted" title={place}>
            <span className="sr-only">{kind}: </span>
            {place}
          </p>
        </div>
        {connection.status === 'READY' ? <HealthBadge status={connection.health.status} /> : <Badge tone={tone}>{word}</Badge>}
      </div>
      {reason ? <p className="text-sm">{reason}</p> : null}
      <p className="text-sm text-muted">
        {plural(connection.objects.totalCount, 'object')}
        {sync ? ` · ${plural(sync.recordsLanded + sync.recordsUnchanged, 'record')}` : ''}
        {sync && sync.recordsQuarantined > 0 ? ` · ${formatCount(sync.recordsQuarantined)} set aside` : ''}
        {sync?.finishedAt ? ` · read ${formatAgo(sync.finishedAt, now)}` : ''}
        {` · ${scheduleWords(connection.schedule)}`}
      </p>
      {sync?.status === 'RUNNING' ? <Progress value={sync.progress} label={`Reading ${connection.name}`} /> : null}
      {sync ? (
        <Link to={`/runs/${sync.id}`} className="justify-self-start text-sm link">
          {sync.status === 'RUNNING' ? 'Watch it' : 'The last run'}
        </Link>
      ) : null}
      {proposal?.status === 'PROPOSED' ? (
        <ButtonLink look="primary" to={`/connections/${connection.id}/mapping`} className="justify-self-start">
          Review the mapping
        </ButtonLink>
      ) : null}
    </li>
  );
}

/** AAM: every source and how it is doing. */
export default function ConnectionsPage() {
  const [first, setFirst] = useState(PAGE);
  const [connections, refresh] = useGraph(ConnectionsDocument, { first });
  const data = known(connections);
  const nodes = data?.connections.nodes ?? [];
  const syncing = nodes.filter((each) => each.latestSync?.status === 'RUNNING');
  const live = useLive();
  usePoll(syncing.length > 0 && live === 'unavailable', refresh);
  return (
    <ConnectFrame
      title="Connect"
      intro="Sources of data. Each is read completely, kept up to date, and nothing in it is ever changed."
      actions={
        <ButtonLink look="primary" to="/connections/new">
          <Plus aria-hidden size={16} /> Connect data
        </ButtonLink>
      }
    >
      {syncing
        .slice(0, MAX_FOLLOWED)
        .map(({ latestSync }) => (latestSync ? <RunFollower key={latestSync.id} id={latestSync.id} onEnd={refresh} /> : null))}
      {connections.state === 'loading' && data === null ? <Loading label="Loading the connections" /> : null}
      {connections.state === 'failed' ? <ProblemNote problem={connections.problem} onRetry={refresh} /> : null}
      {nodes.length > 0 ? (
        <ul className="grid gap-4 md:grid-cols-2 xl:grid-cols-3" aria-label="Connections">
          {nodes.map((connection) => (
            <ConnectionCard key={connection.id} connection={connection} />
          ))}
        </ul>
      ) : null}
      {data ? (
        <LoadMore
          shown={nodes.length}
          total={data.connections.totalCount}
          busy={connections.state === 'loading'}
          onMore={() => setFirst((count) => count + PAGE)}
        />
      ) : null}
      {connections.state === 'ready' && nodes.length === 0 ? (
        <Empty
          icon={Cable}
          title="No data is connected yet"
          actions={
            <ButtonLink look="primary" to="/connections/new">
              Connect data
            </ButtonLink>
          }
        >
          Start with a few CSV or JSON files – an export of your CRM, your billing, your support desk – or with a PostgreSQL database.
        </Empty>
      ) : null}
    </ConnectFrame>
  );
}
