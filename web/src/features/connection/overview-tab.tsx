import { Sparkles } from 'lucide-react';
import { ButtonLink } from '../../ui/button.tsx';
import { Panel } from '../../ui/page.tsx';
import { ProblemNote } from '../../ui/states.tsx';
import { SyncFigures } from '../connect/sync-figures.tsx';
import { actionOf } from '../runs/action-of.ts';
import { RunPanel } from '../runs/run-panel.tsx';
import { HealthPanel } from './health-panel.tsx';
import { Objects } from './objects.tsx';
import { ProposalNote } from './proposal-note.tsx';
import { SyncObjects } from './sync-objects.tsx';
import type { Connection, FollowedConnection } from './use-connection.ts';

/** How the connection is, its latest sync as it moves, and what it holds. */
export function OverviewTab({ connection, followed }: { connection: Connection; followed: FollowedConnection['followed'] }) {
  const sync = connection.latestSync;
  // What needs somebody comes first.
  const unwell = connection.health.status === 'DEGRADED' || connection.health.status === 'FAILING';
  // The run's own step offers the way to the mapping.
  const { run: shown } = followed;
  const offered = shown?.steps.some((each) => actionOf(shown, each) !== null) ?? false;
  return (
    <>
      {unwell ? <HealthPanel connection={connection} /> : null}
      {sync && followed.run ? (
        <RunPanel run={followed.run} events={followed.events} rate={followed.rate} linked>
          <SyncFigures sync={sync} />
        </RunPanel>
      ) : null}
      {sync && (sync.status === 'RUNNING' || sync.status === 'PAUSED' || sync.objects.some((each) => each.problem)) ? (
        <SyncObjects sync={sync} />
      ) : null}
      {sync && followed.state === 'missing' ? (
        <Panel title="The last sync">
          <dl className="flex flex-wrap gap-x-10 gap-y-3">
            <SyncFigures sync={sync} />
          </dl>
        </Panel>
      ) : null}
      {sync?.problem && followed.state === 'missing' ? <ProblemNote problem={{ ...sync.problem, retry: false }} /> : null}
      {offered ? null : <ProposalNote connection={connection} />}
      {unwell ? null : <HealthPanel connection={connection} />}
      <Objects connectionId={connection.id} objects={connection.objects.nodes} />
      {connection.mappingProposal?.status === 'PUBLISHED' ? (
        <Panel title="Ask about it">
          <ButtonLink to="/ask" look="primary">
            <Sparkles aria-hidden size={15} /> Ask a question
          </ButtonLink>
        </Panel>
      ) : null}
    </>
  );
}
