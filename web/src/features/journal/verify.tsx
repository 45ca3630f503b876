import { CircleCheck, OctagonAlert } from 'lucide-react';
import { useRef, useState } from 'react';
import { useViewer } from '../../app/viewer.ts';
import { VerifyJournalDocument } from '../../gql/graphql.ts';
import type { JournalBreach, JournalChain } from '../../gql/graphql.ts';
import type { Problem } from '../../graph/problem.ts';
import { useRun } from '../../graph/use-graph.ts';
import { Button } from '../../ui/button.tsx';
import { formatCount, plural } from '../../ui/format.ts';
import { Panel } from '../../ui/page.tsx';
import { Progress } from '../../ui/progress.tsx';
import { ProblemNote } from '../../ui/states.tsx';
import { keepHead, keptHead } from './kept-head.ts';
import type { Head } from './kept-head.ts';

const CHAINS: Record<JournalChain, { title: string; text: string }> = {
  REQUESTS: { title: 'What was asked', text: 'Every request, each entry sealed with all before it.' },
  CHANGES: { title: 'What changed', text: 'Every change before and after, sealed the same way.' },
};
const BREACHES: Record<JournalBreach, string> = {
  MISSING: 'there is no entry where one has to be',
  CHANGED: 'it is not what was written there: it was changed, put in, or moved',
  EXTRA: 'it stands behind the end',
  FORGED: 'what says that older entries were deleted by a rule was not made by this server',
};
/** 20 000 entries a step: two hundred million at most. */
const MOST_STEPS = 10_000;

interface Found {
  verified: number;
  erased: number;
  deletedUpTo: number;
  head: Head | null;
  broken: { sequence: number; breach: JournalBreach } | null;
  done: boolean;
}

const NOTHING: Found = { verified: 0, erased: 0, deletedUpTo: 0, head: null, broken: null, done: false };

/** Goes along both chains and says whether every entry is what was written. */
export default function Verify() {
  return (
    <section className="grid gap-4 xl:grid-cols-2" aria-label="Verify">
      <ChainPanel chain="REQUESTS" />
      <ChainPanel chain="CHANGES" />
    </section>
  );
}

function ChainPanel({ chain }: { chain: JournalChain }) {
  const run = useRun();
  const tenant = useViewer()?.tenant.id ?? '';
  const [found, setFound] = useState<Found | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const stopped = useRef(false);
  const busy = found !== null && !found.done && problem === null;

  const verify = async () => {
    setProblem(null);
    setFound(NOTHING);
    stopped.current = false;
    const known = keptHead(tenant, chain);
    let [after, sum] = [0, NOTHING];
    for (let step = 0; step < MOST_STEPS && !stopped.current; step++) {
      const outcome = await run(VerifyJournalDocument, { chain, after, known });
      if (!outcome.ok) return setProblem(outcome.problem);
      const { verified, erased, broken, next, deletedUpTo, head } = outcome.data.verifyJournal;
      const done = next === null || broken !== null;
      sum = { verified: sum.verified + verified, erased: sum.erased + erased, deletedUpTo, head, broken, done };
      setFound(sum);
      if (done) break;
      after = next;
    }
    if (sum.done && sum.broken === null && sum.head) keepHead(tenant, chain, sum.head);
    return setFound(stopped.current ? null : sum);
  };
  const share = found?.head ? Math.min(1, (found.verified + found.deletedUpTo) / Math.max(1, found.head.sequence)) : null;
  return (
    <Panel title={CHAINS[chain].title} label={CHAINS[chain].title}>
      <div className="grid gap-4" data-chain={chain} data-verified={found?.done === true ? String(found.broken === null) : ''}>
        <p className="text-muted">{CHAINS[chain].text}</p>
        {problem ? <ProblemNote problem={problem} onRetry={() => void verify()} /> : null}
        {busy ? (
          <div className="grid gap-2">
            <Progress value={share} label="Verifying" />
            <p className="text-sm text-muted">{plural(found.verified, 'entry', 'entries')} so far.</p>
          </div>
        ) : null}
        {found?.done === true ? <Result found={found} /> : null}
        <div className="flex gap-2">
          <Button look="primary" busy={busy} onClick={() => void verify()}>
            {found ? 'Verify again' : 'Verify'}
          </Button>
          {busy ? (
            <Button
              onClick={() => {
                stopped.current = true;
              }}
            >
              Stop
            </Button>
          ) : null}
        </div>
      </div>
    </Panel>
  );
}

function Result({ found: { verified, erased, deletedUpTo, head, broken } }: { found: Found }) {
  const Icon = broken ? OctagonAlert : CircleCheck;
  return (
    <div
      role="status"
      className={
        broken ? 'flex gap-3 rounded-lg border border-low bg-low-soft p-4' : 'flex gap-3 rounded-lg border border-high bg-high-soft p-4'
      }
    >
      <Icon aria-hidden size={20} className={broken ? 'mt-0.5 shrink-0 text-low' : 'mt-0.5 shrink-0 text-high'} />
      <div className="grid min-w-0 gap-1">
        <p className="font-medium">
          {broken
            ? `Entry ${formatCount(broken.sequence)} is not in order`
            : verified === 0
              ? 'There is nothing in it yet'
              : 'Everything is as it was written'}
        </p>
        <p>
          {broken ? `${BREACHES[broken.breach][0]?.toUpperCase()}${BREACHES[broken.breach].slice(1)}. ` : ''}
          {plural(verified, 'entry', 'entries')} verified{erased > 0 ? `, ${formatCount(erased)} of them with erased content` : ''}.
          {deletedUpTo > 0 ? ` Older ones, up to entry ${formatCount(deletedUpTo)}, were deleted by the retention rule.` : ''}
        </p>
        {broken ? <p>Whoever runs the server should compare it with a backup, and find out who could write to the database.</p> : null}
        {head && !broken ? (
          <p className="font-mono text-xs break-all text-muted">
            Ends at {formatCount(head.sequence)}: {head.hash}. This browser remembers it: next time it has to be in the chain still.
          </p>
        ) : null}
      </div>
    </div>
  );
}
