import { SearchX } from 'lucide-react';
import { Link, useParams } from 'react-router';
import { RepairDetailDocument } from '../../gql/graphql.ts';
import { known } from '../../graph/known.ts';
import { useGraph } from '../../graph/use-graph.ts';
import { Badge } from '../../ui/badge.tsx';
import { ButtonLink } from '../../ui/button.tsx';
import { ConfidenceMark } from '../../ui/confidence-mark.tsx';
import { formatMoment, plural } from '../../ui/format.ts';
import { Page, Panel } from '../../ui/page.tsx';
import { Empty, Loading, ProblemNote } from '../../ui/states.tsx';
import { BackLink } from '../connect/back-link.tsx';
import { RepairDecision } from './repair-decision.tsx';
import { RepairPreview } from './repair-preview.tsx';
import { REPAIR_STATUSES } from './words.ts';

/** One repair: what it does, on what evidence, what it would do to real records, and the decision. */
export default function RepairPage() {
  const { repair: id = '' } = useParams();
  const [result, refresh] = useGraph(RepairDetailDocument, { id });
  const repair = known(result)?.repair ?? null;
  return (
    <>
      <BackLink to="/connections/drift/repairs">Repairs</BackLink>
      <Page
        title={repair ? `Repair of ${repair.object.name}` : 'A repair'}
        intro={repair ? `${repair.connection.name} · proposed ${formatMoment(repair.proposedAt)}` : null}
      >
        {result.state === 'loading' && repair === null ? <Loading label="Loading the repair" /> : null}
        {result.state === 'failed' ? <ProblemNote problem={result.problem} onRetry={refresh} /> : null}
        {result.state === 'ready' && !repair ? (
          <Empty
            icon={SearchX}
            title="There is no such repair"
            actions={<ButtonLink to="/connections/drift/repairs">All repairs</ButtonLink>}
          >
            Its connection may have been removed.
          </Empty>
        ) : null}
        {repair ? (
          <>
            <p className="-mt-3 flex flex-wrap items-center gap-2" data-repair-status={repair.status}>
              <Badge tone={REPAIR_STATUSES[repair.status].tone}>{REPAIR_STATUSES[repair.status].word}</Badge>
              {repair.automatic ? <Badge>by itself</Badge> : null}
              <ConfidenceMark score={repair.confidence} long />
              <Badge>{plural(repair.affected, 'record')}</Badge>
              {repair.status === 'PROPOSED' ? (
                <span className="text-sm text-muted">to be decided until {formatMoment(repair.expiresAt)}</span>
              ) : repair.decidedAt ? (
                <span className="text-sm text-muted">
                  {formatMoment(repair.decidedAt)}
                  {repair.decidedBy ? ` by ${repair.decidedBy.displayName}` : ''}
                </span>
              ) : null}
            </p>
            {repair.reason ? <p>{repair.reason}</p> : null}
            <Panel title="What changed">
              <ul className="grid gap-1.5">
                {repair.drifts.map((drift) => (
                  <li key={drift.id}>
                    <Link to={`/connections/drift/${drift.id}`} className="link">
                      {drift.summary}
                    </Link>
                  </li>
                ))}
                {repair.drifts.length === 0 ? <li className="text-muted">The change it answered is settled.</li> : null}
              </ul>
            </Panel>
            <RepairDecision key={`${repair.id} ${repair.status}`} repair={repair} refresh={refresh} />
            {repair.evidence.length > 0 ? (
              <Panel title="What speaks for it">
                <ul className="grid list-disc gap-1 pl-5">
                  {repair.evidence.map((said) => (
                    <li key={said}>{said}</li>
                  ))}
                </ul>
              </Panel>
            ) : null}
            <RepairPreview preview={repair.preview} changes={repair.changes} />
            {repair.run ? (
              <p>
                <Link to={`/runs/${repair.run.id}`} className="link">
                  The run that brought it in
                </Link>
              </p>
            ) : null}
          </>
        ) : null}
      </Page>
    </>
  );
}
