import { CircleCheck, CircleDashed, Download, OctagonAlert } from 'lucide-react';
import { useLocation } from 'react-router';
import { ClosureProofDocument } from '../../gql/graphql.ts';
import type { ClosureProofQuery } from '../../gql/graphql.ts';
import { useGraph, useRun } from '../../graph/use-graph.ts';
import { usePoll } from '../../graph/use-poll.ts';
import { Button } from '../../ui/button.tsx';
import { CodeBlock } from '../../ui/code-block.tsx';
import { download } from '../../ui/download.ts';
import { formatMoment, plural } from '../../ui/format.ts';
import { Progress } from '../../ui/progress.tsx';
import { Loading, ProblemNote } from '../../ui/states.tsx';
import { SessionFrame } from '../session/session-frame.tsx';

type Proof = NonNullable<ClosureProofQuery['closureProof']>;

/** /closed#<receipt>: what became of a workspace that was closed, for whoever holds the receipt. */
export default function ClosedPage() {
  const run = useRun();
  const receipt = useLocation().hash.slice(1);
  const [result, refresh] = useGraph(ClosureProofDocument, { receipt }, { pause: receipt === '' });
  const proof = result.state === 'ready' ? result.data.closureProof : null;
  usePoll(proof !== null && proof.finishedAt === null, () => run(ClosureProofDocument, { receipt }));
  return (
    <SessionFrame
      title={proof ? `${proof.tenantName} is closed` : 'A closed workspace'}
      intro="Keep the receipt: with it this proof can be read again."
    >
      {receipt === '' ? <p>This address carries no receipt. Open the whole address that was shown when the workspace was closed.</p> : null}
      {receipt !== '' && result.state === 'loading' ? <Loading label="Loading the proof" lines={3} /> : null}
      {result.state === 'failed' ? <ProblemNote problem={result.problem} onRetry={refresh} /> : null}
      {result.state === 'ready' && !proof ? <p>No workspace was closed under this receipt.</p> : null}
      {proof ? <ProofView proof={proof} receipt={receipt} /> : null}
    </SessionFrame>
  );
}

function ProofView({ proof, receipt }: { proof: Proof; receipt: string }) {
  const { requestedAt, finishedAt, before, after, checks, seal, genuine } = proof;
  const left = after.reduce((sum, each) => sum + each.count, 0);
  const had = before.reduce((sum, each) => sum + each.count, 0);
  return (
    <div className="grid gap-4" data-closure={finishedAt === null ? 'under way' : 'done'}>
      <CodeBlock label="Receipt" code={receipt} />
      {finishedAt === null ? (
        <>
          <p>Asked for on {formatMoment(requestedAt)}. Everything in it is being removed; this page says when it is gone.</p>
          <Progress value={null} label="Removing everything" />
        </>
      ) : (
        <>
          <p>
            Asked for on {formatMoment(requestedAt)}, gone on {formatMoment(finishedAt)}. There were {plural(had, 'row')} of it; there{' '}
            {left === 0 ? 'are none now' : `are ${plural(left, 'row')} left`}.
          </p>
          <ul className="grid gap-2" aria-label="What was looked at">
            {checks.map(({ name, passed }) => (
              <li key={name} className="flex gap-2">
                {passed ? (
                  <CircleCheck aria-label="Holds:" size={17} className="mt-px shrink-0 text-high" />
                ) : (
                  <CircleDashed aria-label="Does not hold:" size={17} className="mt-px shrink-0 text-low" />
                )}
                <span>{name}</span>
              </li>
            ))}
          </ul>
          {genuine ? (
            <p className="text-sm text-muted">The seal is this server’s, and nothing was changed since.</p>
          ) : (
            <p className="flex gap-2 text-low">
              <OctagonAlert aria-hidden size={17} className="mt-px shrink-0" /> The seal does not fit: this proof was changed.
            </p>
          )}
          {seal ? <p className="font-mono text-xs break-all text-muted">{seal}</p> : null}
          <Button
            onClick={() =>
              download('closure-proof', 'json', new Blob([JSON.stringify({ receipt, ...proof }, null, 2)], { type: 'application/json' }))
            }
          >
            <Download aria-hidden size={15} /> Download the proof
          </Button>
        </>
      )}
    </div>
  );
}
