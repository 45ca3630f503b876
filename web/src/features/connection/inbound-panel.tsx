import { RotateCcwKey } from 'lucide-react';
import { useState } from 'react';
import { ConnectionInboundDocument, RotateInboundSecretDocument, SetWatchingDocument } from '../../gql/graphql.ts';
import type { Problem } from '../../graph/problem.ts';
import { problemOfRefusal } from '../../graph/problem.ts';
import { known } from '../../graph/known.ts';
import { useGraph, useRun } from '../../graph/use-graph.ts';
import { Button } from '../../ui/button.tsx';
import { CodeBlock } from '../../ui/code-block.tsx';
import { formatCount, formatMoment } from '../../ui/format.ts';
import { Panel } from '../../ui/page.tsx';
import { ProblemNote } from '../../ui/states.tsx';
import { Switch } from '../../ui/switch.tsx';
import { ConfirmDialog } from '../runs/confirm-dialog.tsx';
import type { Connection } from './use-connection.ts';

/** What comes by itself: the address that messages are sent to, or whether a folder is watched. Nothing for other sources. */
export function InboundPanel({ connection: { id, kind, location } }: { connection: Connection }) {
  const run = useRun();
  const [result] = useGraph(ConnectionInboundDocument, { id });
  const [rotating, setRotating] = useState(false);
  const [secret, setSecret] = useState<string | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const connection = known(result)?.connection ?? null;
  const rotate = async (): Promise<Problem | null> => {
    const outcome = await run(RotateInboundSecretDocument, { id });
    if (!outcome.ok) return outcome.problem;
    setSecret(outcome.data.rotateInboundSecret.secret);
    return null;
  };
  const watch = async (watching: boolean) => {
    const outcome = await run(SetWatchingDocument, { connectionId: id, watching });
    if (!outcome.ok) return setProblem(outcome.problem);
    const { setWatching } = outcome.data;
    return setProblem(setWatching.__typename === 'InputRefused' ? problemOfRefusal(setWatching.problems) : null);
  };
  if (connection === null) return null;
  const { inbound, watching } = connection;
  if (kind === 'FILES' && !location.startsWith('upload:'))
    return (
      <Panel title="Watching">
        {problem ? <ProblemNote problem={problem} className="mb-4" /> : null}
        <Switch
          name="watching"
          label="The folder is watched"
          hint="Files that come, change or go start a sync once they are still."
          on={watching}
          onChange={(on) => void watch(on)}
        />
      </Panel>
    );
  if (inbound === null) return null;
  return (
    <Panel title="Address for messages" aside={<span className="text-sm text-muted">{formatCount(inbound.received)} received</span>}>
      <div className="grid gap-4">
        <CodeBlock code={inbound.address} label="Address for messages" />
        <p className="text-muted">
          Give it to the sender. Messages are POSTed there, signed with the connection’s secret.{' '}
          {inbound.lastReceivedAt ? `The last one came ${formatMoment(inbound.lastReceivedAt)}.` : 'None has come yet.'}
        </p>
        {secret ? (
          <div className="grid gap-2 rounded-md border border-medium bg-medium-soft p-3">
            <p className="font-medium">The new secret. It is shown this once.</p>
            <CodeBlock code={secret} label="The new secret" />
          </div>
        ) : null}
        <Button className="justify-self-start" onClick={() => setRotating(true)} data-rotate-secret>
          <RotateCcwKey aria-hidden size={15} /> Another secret
        </Button>
      </div>
      {rotating ? (
        <ConfirmDialog
          title="Make another secret?"
          keep="Keep this one"
          action="Make another"
          look="primary"
          onClose={() => setRotating(false)}
          onConfirm={rotate}
        >
          <p>Messages are to be signed with the new one; the one before is accepted for a day.</p>
        </ConfirmDialog>
      ) : null}
    </Panel>
  );
}
