import { RefreshCw, SearchX, Sparkles, Trash2 } from 'lucide-react';
import { useEffect, useState } from 'react';
import { Link, useNavigate, useParams, useSearchParams } from 'react-router';
import { useViewer } from '../../app/viewer.ts';
import { ConnectionDetailDocument, RemoveConnectionDocument, SyncConnectionDocument } from '../../gql/graphql.ts';
import type { ConnectionDetailQuery } from '../../gql/graphql.ts';
import type { Problem } from '../../graph/problem.ts';
import { useGraph, useRun } from '../../graph/use-graph.ts';
import { useLive } from '../../graph/use-live.ts';
import { usePoll } from '../../graph/use-poll.ts';
import { Badge } from '../../ui/badge.tsx';
import { Button, ButtonLink } from '../../ui/button.tsx';
import { formatMoment, plural } from '../../ui/format.ts';
import { notify } from '../../ui/notify.ts';
import { Page, Panel } from '../../ui/page.tsx';
import { Empty, Loading, ProblemNote } from '../../ui/states.tsx';
import { actionOf } from '../runs/action-of.ts';
import { RunPanel } from '../runs/run-panel.tsx';
import { useRunEvents } from '../runs/use-run-events.ts';
import { ChangePassword } from './change-password.tsx';
import { placeOf } from './connection-kinds.ts';
import { CONNECTION_STATUSES } from './connections.page.tsx';
import { FlowSteps } from './flow-steps.tsx';
import { Objects } from './objects.tsx';
import { RemoveDialog } from './remove-dialog.tsx';
import { SyncFigures } from './sync-figures.tsx';

type Connection = NonNullable<ConnectionDetailQuery['connection']>;

/** Something is still under way: a sync, or the proposal that follows the first one. */
function isBusy(connection: Connection): boolean {
  if (connection.status === 'FAILED') return false;
  if (connection.status !== 'READY' || connection.latestSync?.status === 'RUNNING') return true;
  return connection.mappingProposal === null || connection.mappingProposal.status === 'PUBLISHING';
}

function Proposal({ connection }: { connection: Connection }) {
  const proposal = connection.mappingProposal;
  if (!proposal) {
    return connection.status === 'READY' ? (
      <p role="status" className="text-muted">
        Matching the tables to the business ontology…
      </p>
    ) : null;
  }
  const to = `/connections/${connection.id}/mapping`;
  if (proposal.status === 'PROPOSED')
    return (
      <section
        aria-label="Next step"
        className="flex flex-wrap items-center justify-between gap-3 rounded-lg border border-accent bg-accent-soft p-4"
      >
        <p>
          <span className="font-semibold">The mapping is ready for you.</span> Look it over and accept it; then you can ask.
        </p>
        <ButtonLink look="primary" to={to}>
          Review the mapping
        </ButtonLink>
      </section>
    );
  return (
    <p className="flex flex-wrap items-center gap-x-4 gap-y-1">
      <Link to={to} className="font-medium text-accent underline underline-offset-3">
        See the mapping
      </Link>
      {connection.entityTypes.map((entity) => (
        <Link key={entity.id} to={`/ontology/${encodeURIComponent(entity.name)}`} className="text-accent underline underline-offset-3">
          {plural(entity.recordCount, entity.pluralLabel.toLowerCase(), entity.pluralLabel.toLowerCase())}
        </Link>
      ))}
    </p>
  );
}

export default function ConnectionPage() {
  const { id = '' } = useParams();
  const [search] = useSearchParams();
  const navigate = useNavigate();
  const run = useRun();
  const [result, refresh] = useGraph(ConnectionDetailDocument, { id });
  const [problem, setProblem] = useState<Problem | null>(null);
  const [removing, setRemoving] = useState(false);
  const [syncing, setSyncing] = useState(false);
  const connection = result.state === 'ready' ? result.data.connection : null;
  const busy = connection !== null && isBusy(connection);
  const sync = connection?.latestSync ?? null;
  const demo = useViewer()?.tenant.demo ?? false;
  const live = useLive();
  const followed = useRunEvents(sync?.id ?? null);
  // The run's own step offers the way to the mapping.
  const { run: shown } = followed;
  const offered = shown?.steps.some((each) => actionOf(shown, each) !== null) ?? false;
  // A step that ended has changed what is here: tables, rows, the proposal.
  const ended = followed.events.filter(
    (each) => each.kind === 'STEP_FINISHED' || each.kind === 'WAITING' || each.kind === 'FINISHED',
  ).length;
  useEffect(() => {
    if (ended > 0) refresh();
  }, [ended, refresh]);
  const gaveUp = usePoll(busy && (live === 'unavailable' || followed.state === 'missing'), async () => {
    await run(ConnectionDetailDocument, { id });
  });

  const readAgain = async () => {
    setSyncing(true);
    const outcome = await run(SyncConnectionDocument, { id });
    setProblem(outcome.ok ? null : outcome.problem);
    refresh();
    setSyncing(false);
  };
  const remove = async () => {
    const outcome = await run(RemoveConnectionDocument, { id });
    setRemoving(false);
    if (!outcome.ok) return setProblem(outcome.problem);
    notify('success', 'Removed', connection?.name);
    return navigate('/connections');
  };
  const status = connection ? CONNECTION_STATUSES[connection.status] : null;
  const quarantined = connection?.objects.nodes.reduce((sum, each) => sum + each.quarantinedCount, 0) ?? 0;

  return (
    <Page
      title={connection?.name ?? 'Connection'}
      intro={
        connection
          ? `${placeOf(connection, demo)} · connected ${formatMoment(connection.createdAt)}${connection.createdBy ? ` by ${connection.createdBy.displayName}` : ''}`
          : null
      }
      actions={
        connection ? (
          <>
            <Button busy={syncing || busy} onClick={() => void readAgain()}>
              <RefreshCw aria-hidden size={15} /> Read again
            </Button>
            <ChangePassword connection={connection} />
            <Button look="danger" onClick={() => setRemoving(true)}>
              <Trash2 aria-hidden size={15} /> Remove
            </Button>
          </>
        ) : null
      }
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
            <Badge>{plural(connection.objects.totalCount, 'object')}</Badge>
            {quarantined > 0 ? <Badge tone="warning">{plural(quarantined, 'row')} set aside</Badge> : null}
            {connection.statusReason ? <span className="text-muted">{connection.statusReason}</span> : null}
          </p>
          {gaveUp ? (
            <ProblemNote
              problem={{
                code: 'STILL_WORKING',
                message: 'This takes unusually long.',
                todo: 'It goes on by itself; look again later.',
                retry: true,
              }}
              onRetry={refresh}
            />
          ) : null}
          {sync && followed.run ? (
            <RunPanel run={followed.run} events={followed.events} rate={followed.rate} linked>
              <SyncFigures sync={sync} />
            </RunPanel>
          ) : null}
          {sync && followed.state === 'missing' ? (
            <Panel title="The last sync">
              <dl className="flex flex-wrap gap-x-10 gap-y-3">
                <SyncFigures sync={sync} />
              </dl>
            </Panel>
          ) : null}
          {sync?.problem && followed.state === 'missing' ? <ProblemNote problem={{ ...sync.problem, retry: false }} /> : null}
          {offered ? null : <Proposal connection={connection} />}
          <Objects objects={connection.objects.nodes} />
          {connection.mappingProposal?.status === 'PUBLISHED' ? (
            <Panel title="Ask about it">
              <ButtonLink to="/ask" look="primary">
                <Sparkles aria-hidden size={15} /> Ask a question
              </ButtonLink>
            </Panel>
          ) : null}
        </>
      ) : null}
      {removing && connection ? <RemoveDialog name={connection.name} onCancel={() => setRemoving(false)} onRemove={remove} /> : null}
    </Page>
  );
}
