import { useState } from 'react';
import { useMay } from '../../app/use-may.ts';
import { ConnectorFormsDocument, SetConnectionPlaneDocument } from '../../gql/graphql.ts';
import { known } from '../../graph/known.ts';
import { useGraph, useRun } from '../../graph/use-graph.ts';
import { Button } from '../../ui/button.tsx';
import { notify } from '../../ui/notify.ts';
import { Panel } from '../../ui/page.tsx';
import { Loading, ProblemNote } from '../../ui/states.tsx';
import { needsPlane, PlaneChoice } from '../connectors/plane-choice.tsx';
import { useForm } from '../settings/use-form.ts';
import type { Connection } from './use-connection.ts';

/** What the connection goes through. Nothing is shown while there is nothing to choose. */
export function PlanePanel({ connection }: { connection: Connection }) {
  const run = useRun();
  const may = useMay('planes.use');
  const [result, refresh] = useGraph(ConnectorFormsDocument, {});
  const { form, busy, problem, beside, send, submitting } = useForm(['planeId']);
  const now = connection.plane?.id ?? '';
  const [chosen, setChosen] = useState(now);
  const fabric = known(result);
  if (fabric && now === '' && !needsPlane(connection.kind, fabric)) return null;
  const save = async () => {
    const set = await send(
      run(SetConnectionPlaneDocument, { id: connection.id, planeId: chosen || null }),
      (data) => data.setConnectionPlane,
    );
    if (set)
      notify('success', `It goes ${set.connection.plane ? `through ${set.connection.plane.name}` : 'straight to its source'} from now on`);
  };
  return (
    <Panel title="Plane">
      {result.state === 'failed' ? <ProblemNote problem={result.problem} onRetry={refresh} /> : null}
      {fabric ? (
        <form ref={form} className="grid gap-4" noValidate onSubmit={submitting(save)}>
          {problem ? <ProblemNote problem={problem} /> : null}
          <PlaneChoice kind={connection.kind} fabric={fabric} value={chosen} problem={beside.planeId} onChange={setChosen} />
          <Button type="submit" look="primary" busy={busy} disabled={!may || chosen === now} className="justify-self-start">
            Go this way
          </Button>
        </form>
      ) : result.state === 'loading' ? (
        <Loading label="Loading the planes" lines={2} />
      ) : null}
    </Panel>
  );
}
