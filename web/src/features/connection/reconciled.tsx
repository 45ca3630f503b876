import { Scale } from 'lucide-react';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { useMay } from '../../app/use-may.ts';
import { ReconcileConnectionDocument } from '../../gql/graphql.ts';
import type { SourceObjectDetailQuery } from '../../gql/graphql.ts';
import { useRun } from '../../graph/use-graph.ts';
import { Badge } from '../../ui/badge.tsx';
import { Button } from '../../ui/button.tsx';
import { formatMoment } from '../../ui/format.ts';
import { notify } from '../../ui/notify.ts';

interface ReconciledProps {
  connectionId: string;
  reconciliation: NonNullable<SourceObjectDetailQuery['sourceObject']>['reconciliation'];
}

/** Whether everything that is at the source has landed, as far as it was compared. */
export function Reconciled({ connectionId, reconciliation }: ReconciledProps) {
  const run = useRun();
  const may = useMay('connections.reconcile');
  const navigate = useNavigate();
  const [busy, setBusy] = useState(false);
  const compare = async () => {
    setBusy(true);
    const outcome = await run(ReconcileConnectionDocument, { id: connectionId });
    setBusy(false);
    if (!outcome.ok) return notify('error', outcome.problem.message, outcome.problem.todo);
    const { id } = outcome.data.reconcileConnection.run;
    return notify('success', 'The source is compared with what landed', undefined, {
      label: 'Watch it',
      run: () => void navigate(`/runs/${id}`),
    });
  };
  return (
    <div className="flex flex-wrap items-center justify-between gap-3 rounded-lg border border-line bg-surface p-4">
      <p className="flex flex-wrap items-center gap-2">
        {reconciliation ? (
          <>
            <Badge tone={reconciliation.complete ? 'good' : 'warning'}>{reconciliation.complete ? 'complete' : 'not complete'}</Badge>
            <span>{reconciliation.finding}</span>
            <span className="text-sm text-muted">compared {formatMoment(reconciliation.at)}</span>
          </>
        ) : (
          <span className="text-muted">It was not yet compared record by record with its source.</span>
        )}
      </p>
      {may ? (
        <Button busy={busy} onClick={() => void compare()} data-reconcile>
          <Scale aria-hidden size={15} /> Compare with the source
        </Button>
      ) : null}
    </div>
  );
}
