import { Trash2 } from 'lucide-react';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { useMay } from '../../app/use-may.ts';
import { RemoveConnectionDocument } from '../../gql/graphql.ts';
import type { Problem } from '../../graph/problem.ts';
import { useRun } from '../../graph/use-graph.ts';
import { Button } from '../../ui/button.tsx';
import { notify } from '../../ui/notify.ts';
import { Panel } from '../../ui/page.tsx';
import { ProblemNote } from '../../ui/states.tsx';
import { ChangePassword } from './change-password.tsx';
import { InboundPanel } from './inbound-panel.tsx';
import { PlanePanel } from './plane-panel.tsx';
import { RemoveDialog } from './remove-dialog.tsx';
import { SchedulePanel } from './schedule-panel.tsx';
import type { Connection } from './use-connection.ts';

/** How the connection is opened, and its end. */
export function SettingsTab({ connection }: { connection: Connection }) {
  const run = useRun();
  const may = useMay('connections.write');
  const navigate = useNavigate();
  const [removing, setRemoving] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const remove = async () => {
    const outcome = await run(RemoveConnectionDocument, { id: connection.id });
    setRemoving(false);
    if (!outcome.ok) return setProblem(outcome.problem);
    notify('success', 'Removed', connection.name);
    return navigate('/connections');
  };
  return (
    <div className="grid max-w-3xl gap-6">
      {problem ? <ProblemNote problem={problem} /> : null}
      <SchedulePanel key={JSON.stringify(connection.schedule)} connection={connection} />
      <PlanePanel key={connection.plane?.id ?? ''} connection={connection} />
      <InboundPanel connection={connection} />
      {connection.settings.length > 0 ? (
        <Panel title="Settings">
          <dl className="grid gap-x-6 gap-y-1.5 sm:grid-cols-[auto_1fr]">
            {connection.settings.map((each) => (
              <div key={each.name} className="contents">
                <dt className="text-muted">{each.name}</dt>
                <dd className="min-w-0 font-mono text-sm break-words">{each.value}</dd>
              </div>
            ))}
          </dl>
        </Panel>
      ) : null}
      {!may || connection.kind === 'FILES' ? null : (
        <Panel title="Key">
          <div className="flex flex-wrap items-center justify-between gap-3">
            <p className="max-w-[56ch] text-muted">What the source is opened with. It lies sealed on the server and is never shown.</p>
            <ChangePassword connection={connection} />
          </div>
        </Panel>
      )}
      {may ? (
        <Panel title="Remove">
          <div className="flex flex-wrap items-center justify-between gap-3">
            <p className="max-w-[56ch] text-muted">
              Its rows and what was unified from them leave AutonomOS. Nothing changes at the source.
            </p>
            <Button look="danger" onClick={() => setRemoving(true)}>
              <Trash2 aria-hidden size={15} /> Remove
            </Button>
          </div>
        </Panel>
      ) : null}
      {removing ? <RemoveDialog name={connection.name} onCancel={() => setRemoving(false)} onRemove={remove} /> : null}
    </div>
  );
}
