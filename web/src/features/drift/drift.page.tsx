import { SearchX } from 'lucide-react';
import { useState } from 'react';
import { Link, useParams } from 'react-router';
import { useMay } from '../../app/use-may.ts';
import { DismissDriftDocument, DriftDetailDocument } from '../../gql/graphql.ts';
import type { Problem } from '../../graph/problem.ts';
import { problemOfRefusal } from '../../graph/problem.ts';
import { known } from '../../graph/known.ts';
import { useGraph, useRun } from '../../graph/use-graph.ts';
import { Badge } from '../../ui/badge.tsx';
import { Button, ButtonLink } from '../../ui/button.tsx';
import { ConfidenceMark } from '../../ui/confidence-mark.tsx';
import { formatMoment } from '../../ui/format.ts';
import { Page, Panel } from '../../ui/page.tsx';
import { Empty, Loading, ProblemNote } from '../../ui/states.tsx';
import { BackLink } from '../connect/back-link.tsx';
import { ConfirmDialog } from '../runs/confirm-dialog.tsx';
import { Dependents } from './dependents.tsx';
import { FieldsBeside } from './fields-beside.tsx';
import { DRIFT_KINDS, DRIFT_STATUSES, SEVERITIES } from './words.ts';

/** One change of a source: what it was and is, what speaks for it, what goes by it, and what is done about it. */
export default function DriftPage() {
  const { drift: id = '' } = useParams();
  const run = useRun();
  const [result, refresh] = useGraph(DriftDetailDocument, { id });
  const may = useMay('drift.decide');
  const [asking, setAsking] = useState(false);
  const drift = known(result)?.drift ?? null;
  const dismiss = async (): Promise<Problem | null> => {
    const outcome = await run(DismissDriftDocument, { id });
    if (!outcome.ok) return outcome.problem;
    const { dismissDrift } = outcome.data;
    refresh();
    return dismissDrift.__typename === 'InputRefused' ? problemOfRefusal(dismissDrift.problems) : null;
  };
  return (
    <>
      <BackLink to="/connections/drift">Drift</BackLink>
      <Page
        title={drift?.summary ?? 'A change'}
        intro={drift ? `${drift.object.name} of ${drift.connection.name}, first seen ${formatMoment(drift.detectedAt)}` : null}
        actions={
          may && drift?.status === 'OPEN' ? (
            <Button onClick={() => setAsking(true)} data-dismiss-drift>
              Take it as it is
            </Button>
          ) : null
        }
      >
        {result.state === 'loading' && drift === null ? <Loading label="Loading the change" /> : null}
        {result.state === 'failed' ? <ProblemNote problem={result.problem} onRetry={refresh} /> : null}
        {result.state === 'ready' && !drift ? (
          <Empty icon={SearchX} title="There is no such change" actions={<ButtonLink to="/connections/drift">All changes</ButtonLink>}>
            Its connection may have been removed.
          </Empty>
        ) : null}
        {drift ? (
          <>
            <p className="-mt-3 flex flex-wrap items-center gap-2" data-drift-status={drift.status}>
              <Badge tone={DRIFT_STATUSES[drift.status].tone}>{DRIFT_STATUSES[drift.status].word}</Badge>
              <Badge>{DRIFT_KINDS[drift.kind]}</Badge>
              <Badge tone={SEVERITIES[drift.severity].tone}>{SEVERITIES[drift.severity].word}</Badge>
              <ConfidenceMark score={drift.confidence} long />
              {drift.closedAt ? <span className="text-sm text-muted">settled {formatMoment(drift.closedAt)}</span> : null}
            </p>
            {drift.status === 'OPEN' && drift.holds ? (
              <p className="rounded-lg border border-medium bg-medium-soft p-4">
                Records of {drift.object.name} wait in{' '}
                <Link to={`/connections/quarantine?object=${drift.object.id}`} className="font-medium underline underline-offset-3">
                  quarantine
                </Link>{' '}
                until this is decided. What has landed stays as it is.
              </p>
            ) : null}
            <FieldsBeside before={drift.before} after={drift.after} />
            {drift.evidence.length > 0 ? (
              <Panel title="What speaks for it">
                <ul className="grid list-disc gap-1 pl-5">
                  {drift.evidence.map((said) => (
                    <li key={said}>{said}</li>
                  ))}
                </ul>
              </Panel>
            ) : null}
            <Dependents dependents={drift.dependents} />
            {drift.proposal ? (
              <Panel title="The repair">
                <div className="flex flex-wrap items-center justify-between gap-3">
                  <p>
                    {drift.proposal.status === 'PROPOSED'
                      ? 'A repair waits for somebody to decide.'
                      : drift.proposal.status === 'APPLIED'
                        ? `A repair was applied${drift.proposal.automatic ? ' by itself' : ''}: nothing has changed downstream.`
                        : 'There was a repair; it is not in force.'}
                  </p>
                  <ButtonLink
                    look={drift.proposal.status === 'PROPOSED' ? 'primary' : 'secondary'}
                    to={`/connections/drift/repairs/${drift.proposal.id}`}
                  >
                    {drift.proposal.status === 'PROPOSED' ? 'Look at it and decide' : 'See the repair'}
                  </ButtonLink>
                </div>
              </Panel>
            ) : null}
          </>
        ) : null}
        {asking ? (
          <ConfirmDialog
            title="Take it as it is now?"
            keep="Not yet"
            action="Take it as it is"
            look="primary"
            onClose={() => setAsking(false)}
            onConfirm={dismiss}
          >
            <p>
              With the next sync the change holds, and the records that wait land as they are. What went by the old field may be empty then.
            </p>
          </ConfirmDialog>
        ) : null}
      </Page>
    </>
  );
}
