import { useState } from 'react';
import { useMay } from '../../app/use-may.ts';
import { CancelScanDocument } from '../../gql/graphql.ts';
import type { ScanFieldsFragment } from '../../gql/graphql.ts';
import { useRun } from '../../graph/use-graph.ts';
import { Button, ButtonLink } from '../../ui/button.tsx';
import { notify } from '../../ui/notify.ts';
import { useStartScan } from './use-start-scan.ts';

/** What can be done with a scan: cancelled while it runs, repeated when it has succeeded. */
export function ScanControls({ scan, refresh }: { scan: ScanFieldsFragment; refresh: () => void }) {
  const run = useRun();
  const start = useStartScan();
  const may = useMay('discovery.scan');
  const [busy, setBusy] = useState(false);
  const cancel = async () => {
    setBusy(true);
    const ended = await run(CancelScanDocument, { id: scan.id });
    setBusy(false);
    if (!ended.ok) notify('error', ended.problem.message, ended.problem.todo);
    refresh();
  };
  const repeat = async () => {
    setBusy(true);
    const problem = await start({ replayOf: scan.id });
    setBusy(false);
    if (problem) notify('error', problem.message, problem.todo);
  };
  return (
    <>
      <ButtonLink to={`/runs/${scan.run.id}`}>The run</ButtonLink>
      {may && scan.status === 'RUNNING' ? (
        <Button busy={busy} onClick={() => void cancel()}>
          Cancel
        </Button>
      ) : null}
      {may && scan.status === 'SUCCEEDED' ? (
        <Button busy={busy} onClick={() => void repeat()}>
          Repeat exactly
        </Button>
      ) : null}
    </>
  );
}
