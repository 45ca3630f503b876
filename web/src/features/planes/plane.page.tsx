import { PlugZap, SearchX, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { useNavigate, useParams } from 'react-router';
import { PlanesDocument, RemovePlaneDocument, TestPlaneDocument } from '../../gql/graphql.ts';
import type { Problem } from '../../graph/problem.ts';
import { known } from '../../graph/known.ts';
import { useGraph, useRun } from '../../graph/use-graph.ts';
import { Badge } from '../../ui/badge.tsx';
import { Button, ButtonLink } from '../../ui/button.tsx';
import { formatMoment } from '../../ui/format.ts';
import { notify } from '../../ui/notify.ts';
import { Page } from '../../ui/page.tsx';
import { Empty, Loading, ProblemNote } from '../../ui/states.tsx';
import { BackLink } from '../connect/back-link.tsx';
import { ConfirmDialog } from '../runs/confirm-dialog.tsx';
import { PLANE_CATEGORIES, PLANE_STATUSES } from './looks.ts';
import { PlaneForm } from './plane-form.tsx';
import { PlaneJobs } from './plane-jobs.tsx';
import { MOST_PLANES } from './planes.page.tsx';
import { useMayPlanes } from './use-may-planes.ts';

/** One plane: how it is, its jobs where it tells of them, and its settings. */
export default function PlanePage() {
  const { plane: id = '' } = useParams();
  const navigate = useNavigate();
  const run = useRun();
  const may = useMayPlanes();
  const [result, refresh] = useGraph(PlanesDocument, { first: MOST_PLANES });
  const [testing, setTesting] = useState(false);
  const [removing, setRemoving] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const data = known(result);
  const plane = data?.fabricPlanes.nodes.find((each) => each.id === id) ?? null;
  const description = data?.fabricPlaneCatalogue.find((each) => each.kind === plane?.kind) ?? null;
  const test = async () => {
    setTesting(true);
    const outcome = await run(TestPlaneDocument, { id });
    setTesting(false);
    setProblem(outcome.ok ? null : outcome.problem);
    if (outcome.ok && outcome.data.testFabricPlane.status === 'UP') notify('success', 'It answers as it should');
  };
  const remove = async (): Promise<Problem | null> => {
    const outcome = await run(RemovePlaneDocument, { id });
    if (!outcome.ok) return outcome.problem;
    await navigate('/connections/planes');
    return null;
  };
  const status = plane ? PLANE_STATUSES[plane.status] : null;
  return (
    <>
      <BackLink to="/connections/planes">Planes</BackLink>
      <Page
        title={plane?.name ?? 'Plane'}
        intro={
          plane && description
            ? `${description.label} · ${PLANE_CATEGORIES[description.category].label.toLowerCase()} · ${plane.address}`
            : null
        }
        actions={
          plane ? (
            <>
              {may.use ? (
                <Button busy={testing} onClick={() => void test()}>
                  <PlugZap aria-hidden size={15} /> {testing ? 'Asking it…' : 'Test it'}
                </Button>
              ) : null}
              {may.write ? (
                <Button look="danger" onClick={() => setRemoving(true)}>
                  <Trash2 aria-hidden size={15} /> Remove
                </Button>
              ) : null}
            </>
          ) : null
        }
      >
        {problem ? <ProblemNote problem={problem} /> : null}
        {result.state === 'loading' && data === null ? <Loading label="Loading the plane" /> : null}
        {result.state === 'failed' ? <ProblemNote problem={result.problem} onRetry={refresh} /> : null}
        {data && !plane ? (
          <Empty icon={SearchX} title="There is no such plane" actions={<ButtonLink to="/connections/planes">All planes</ButtonLink>}>
            It may have been removed.
          </Empty>
        ) : null}
        {plane && status && description ? (
          <>
            <p className="-mt-3 flex flex-wrap items-center gap-2" data-plane-status={plane.status}>
              <Badge tone={status.tone}>{status.word}</Badge>
              {plane.latencyMs === null ? null : <Badge>answered in {plane.latencyMs} ms</Badge>}
              <span className="text-sm text-muted">
                {plane.checkedAt ? `looked at ${formatMoment(plane.checkedAt)}` : 'not looked at yet'}
              </span>
              {plane.statusReason ? <span>{plane.statusReason}</span> : null}
            </p>
            {description.capabilities.includes('SHOWS_JOBS') ? <PlaneJobs id={plane.id} /> : null}
            {may.write ? <PlaneForm key={plane.id} description={description} plane={plane} /> : null}
          </>
        ) : null}
        {removing && plane ? (
          <ConfirmDialog
            title={`Remove ${plane.name}?`}
            keep="Keep it"
            action="Remove"
            look="danger"
            onClose={() => setRemoving(false)}
            onConfirm={remove}
          >
            <p>A plane that connections still go through cannot go: they would turn into direct calls. Move them first.</p>
          </ConfirmDialog>
        ) : null}
      </Page>
    </>
  );
}
