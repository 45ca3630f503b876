import { ChevronLeft } from 'lucide-react';
import { useState } from 'react';
import { Link, useParams } from 'react-router';
import { useViewer } from '../../app/viewer.ts';
import { CancelErasureDocument, ConfirmErasureDocument, ErasureRequestDocument } from '../../gql/graphql.ts';
import type { ErasureStatus } from '../../gql/graphql.ts';
import { problemOfRefusal } from '../../graph/problem.ts';
import { useGraph, useRun } from '../../graph/use-graph.ts';
import { usePoll } from '../../graph/use-poll.ts';
import { Badge } from '../../ui/badge.tsx';
import { Button } from '../../ui/button.tsx';
import { formatMoment } from '../../ui/format.ts';
import { notify } from '../../ui/notify.ts';
import { Panel } from '../../ui/page.tsx';
import { Progress } from '../../ui/progress.tsx';
import { Empty, Loading, ProblemNote } from '../../ui/states.tsx';
import { TypedConfirm } from '../settings/typed-confirm.tsx';
import { Certificate } from './certificate.tsx';
import { FoundTable } from './found-table.tsx';
import { SubjectList } from './subject-list.tsx';
import { ERASURE_STATUSES, TREATMENTS } from './words.ts';

const UNDER_WAY: readonly ErasureStatus[] = ['SEARCHING', 'ERASING'];

/** One request to be forgotten, from the search to the certificate. */
export default function ForgetRequest() {
  const { id = '' } = useParams();
  const run = useRun();
  const may = useViewer()?.actions.includes('privacy.persons') ?? false;
  const [confirming, setConfirming] = useState(false);
  const [result, refresh] = useGraph(ErasureRequestDocument, { id });
  const request = result.state === 'ready' ? result.data.erasureRequest : null;
  usePoll(request !== null && UNDER_WAY.includes(request.status), () => run(ErasureRequestDocument, { id }));

  if (result.state === 'loading') return <Loading label="Loading the request" />;
  if (result.state === 'failed') return <ProblemNote problem={result.problem} onRetry={refresh} />;
  if (!request)
    return (
      <Empty icon={ChevronLeft} title="There is no such request">
        <Link to="/settings/privacy/forget" className="link">
          All requests
        </Link>
      </Empty>
    );
  const { status, found } = request;
  const rows = (found ?? []).reduce((sum, each) => sum + each.rows, 0);
  const cancel = async () => {
    const outcome = await run(CancelErasureDocument, { id });
    if (!outcome.ok) notify('error', outcome.problem.message, outcome.problem.todo);
    else if (outcome.data.cancelErasure.__typename === 'InputRefused') {
      const { message, todo } = problemOfRefusal(outcome.data.cancelErasure.problems);
      notify('error', message, todo);
    }
  };
  const confirm = async () => {
    const outcome = await run(ConfirmErasureDocument, { id });
    if (!outcome.ok) return outcome.problem;
    const given = outcome.data.confirmErasure;
    return given.__typename === 'InputRefused' ? problemOfRefusal(given.problems) : null;
  };
  return (
    <section className="grid gap-4" aria-label="The request" data-erasure={id} data-status={status}>
      <Link to="/settings/privacy/forget" className="inline-flex items-center gap-1 justify-self-start text-sm text-muted hover:text-ink">
        <ChevronLeft aria-hidden size={15} /> All requests
      </Link>
      <Panel title="The request" aside={<Badge tone={ERASURE_STATUSES[status].tone}>{ERASURE_STATUSES[status].word}</Badge>}>
        <div className="grid gap-3">
          <SubjectList subject={request.subject} />
          <p>{TREATMENTS[request.treatment].label}.</p>
          <p className="text-sm text-muted">
            Asked for on {formatMoment(request.requestedAt)}
            {request.requestedBy ? ` by ${request.requestedBy.displayName}` : ''}.
            {request.confirmedAt
              ? ` Confirmed on ${formatMoment(request.confirmedAt)}${request.confirmedBy ? ` by ${request.confirmedBy.displayName}` : ''}.`
              : ''}
            {request.finishedAt ? ` Ended on ${formatMoment(request.finishedAt)}.` : ''}
          </p>
          {request.reason ? <p>“{request.reason}”</p> : null}
          {UNDER_WAY.includes(status) ? (
            <Progress value={null} label={status === 'SEARCHING' ? 'Looking everywhere' : 'Forgetting'} />
          ) : null}
          <Link to={`/runs/${id}`} className="justify-self-start text-sm link">
            Watch the run
          </Link>
        </div>
      </Panel>
      {found ? <FoundTable found={found} done={status === 'DONE'} /> : null}
      {status === 'AWAITING_CONFIRMATION' && may ? (
        <div className="flex flex-wrap gap-2">
          <Button look="danger" onClick={() => setConfirming(true)} disabled={rows === 0} data-confirm-erasure>
            Forget this person
          </Button>
          <Button onClick={() => void cancel()}>Cancel the request</Button>
        </div>
      ) : null}
      {status === 'DONE' ? <Certificate requestId={id} /> : null}
      {confirming ? (
        <TypedConfirm
          title="Forget this person?"
          word="forget"
          action="Forget for good"
          onClose={() => setConfirming(false)}
          onConfirm={confirm}
        >
          <p>
            What is listed below the request is replaced or deleted for good. It cannot be undone, and backups forget it as they expire.
          </p>
          <p>At the sources themselves nothing is changed: the certificate lists what is left to do there.</p>
        </TypedConfirm>
      ) : null}
    </section>
  );
}
