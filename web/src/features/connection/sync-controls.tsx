import { Pause, Play, RefreshCw, Square } from 'lucide-react';
import { useState } from 'react';
import { useMay } from '../../app/use-may.ts';
import { CancelSyncDocument, PauseSyncDocument, ResumeSyncDocument, SyncConnectionDocument } from '../../gql/graphql.ts';
import type { Problem } from '../../graph/problem.ts';
import { useRun } from '../../graph/use-graph.ts';
import type { Outcome } from '../../graph/use-graph.ts';
import { Button } from '../../ui/button.tsx';
import { ConfirmDialog } from '../runs/confirm-dialog.tsx';
import type { Connection } from './use-connection.ts';

interface SyncControlsProps {
  connection: Connection;
  busy: boolean;
  onProblem: (problem: Problem | null) => void;
  refresh: () => void;
}

/** Reads again, pauses, goes on, or stops: whatever the connection's sync allows now. */
export function SyncControls({ connection: { id, latestSync }, busy, onProblem, refresh }: SyncControlsProps) {
  const run = useRun();
  const may = useMay('syncs.write');
  const [waiting, setWaiting] = useState(false);
  const [stopping, setStopping] = useState(false);
  const act = async <Data,>(outcome: Promise<Outcome<Data>>) => {
    setWaiting(true);
    const ended = await outcome;
    onProblem(ended.ok ? null : ended.problem);
    refresh();
    setWaiting(false);
  };
  const sync = latestSync?.id ?? '';
  const status = latestSync?.status;
  if (!may) return null;
  return (
    <>
      {status === 'RUNNING' ? (
        <Button busy={waiting} onClick={() => void act(run(PauseSyncDocument, { id: sync }))} data-pause-sync>
          <Pause aria-hidden size={15} /> Pause
        </Button>
      ) : null}
      {status === 'PAUSED' || status === 'FAILED' || status === 'CANCELLED' ? (
        <Button
          look={status === 'PAUSED' ? 'primary' : 'secondary'}
          busy={waiting}
          onClick={() => void act(run(ResumeSyncDocument, { id: sync }))}
          data-resume-sync
        >
          <Play aria-hidden size={15} /> Go on
        </Button>
      ) : null}
      {status === 'RUNNING' || status === 'PAUSED' ? (
        <Button onClick={() => setStopping(true)} data-cancel-sync>
          <Square aria-hidden size={14} /> Stop
        </Button>
      ) : null}
      {status === 'RUNNING' || status === 'PAUSED' ? null : (
        <Button busy={waiting || busy} onClick={() => void act(run(SyncConnectionDocument, { id }))} data-read-again>
          <RefreshCw aria-hidden size={15} /> Read again
        </Button>
      )}
      {stopping ? (
        <ConfirmDialog
          title="Stop this sync?"
          keep="Let it run"
          action="Stop it"
          look="danger"
          onClose={() => setStopping(false)}
          onConfirm={async () => {
            const ended = await run(CancelSyncDocument, { id: sync });
            refresh();
            return ended.ok ? null : ended.problem;
          }}
        >
          <p>It stops at the next page. What has landed stays, and it can go on later from there.</p>
        </ConfirmDialog>
      ) : null}
    </>
  );
}
