import { ShieldCheck } from 'lucide-react';
import { useRef, useState } from 'react';
import { ApprovalsDocument } from '../../gql/graphql.ts';
import { known } from '../../graph/known.ts';
import { useGraph } from '../../graph/use-graph.ts';
import { useSearchState } from '../../graph/use-search-state.ts';
import { Button } from '../../ui/button.tsx';
import { Segments } from '../../ui/segments.tsx';
import { Empty, Loading, ProblemNote } from '../../ui/states.tsx';
import { useKeys } from '../../ui/use-keys.ts';
import { ApprovalCard } from './approval-card.tsx';
import { ApprovalList } from './approval-list.tsx';
import { BatchBar } from './batch-bar.tsx';
import { useApprovalChanges } from './use-approval-changes.ts';

const SHOWN = [
  { value: 'waiting', label: 'Waiting', status: 'PENDING' },
  { value: 'mine', label: 'For me', status: 'PENDING' },
  { value: 'approved', label: 'Approved', status: 'APPROVED' },
  { value: 'rejected', label: 'Rejected', status: 'REJECTED' },
  { value: 'all', label: 'All', status: null },
] as const;

/** What waits for a decision, and what was decided: a list, and one request in full beside it. Both are in the address. */
export function Approvals() {
  const [{ show, approval: wanted }, set] = useSearchState(['show', 'approval']);
  const shown = SHOWN.find((each) => each.value === show) ?? SHOWN[0];
  const [result, refresh] = useGraph(ApprovalsDocument, { status: shown.status, mine: shown.value === 'mine' });
  useApprovalChanges(refresh);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const approve = useRef<HTMLButtonElement>(null);
  const reject = useRef<HTMLButtonElement>(null);
  const edit = useRef<HTMLButtonElement>(null);
  const comment = useRef<HTMLInputElement>(null);
  const data = known(result)?.approvals ?? null;
  const nodes = data?.nodes ?? [];
  const at = Math.max(0, nodes.findIndex(({ id }) => id === wanted)); // prettier-ignore
  const current = nodes[at] ?? null;
  const open = nodes.filter(({ status, canDecide }) => status === 'PENDING' && canDecide);
  const picked = open.filter(({ id }) => chosen.has(id));
  const go = (index: number) => {
    const next = nodes[Math.max(0, Math.min(nodes.length - 1, index))];
    if (next) set({ approval: next.id });
  };
  const pick = (id: string) => setChosen((now) => new Set(now.has(id) ? [...now].filter((each) => each !== id) : [...now, id]));

  useKeys(
    {
      j: () => go(at + 1),
      k: () => go(at - 1),
      // A decision cannot be taken back: the key leads to the button, Enter presses it.
      a: () => approve.current?.focus(),
      r: () => reject.current?.focus(),
      e: () => edit.current?.click(),
      c: () => comment.current?.focus(),
      x: () => (current && open.includes(current) ? pick(current.id) : undefined),
    },
    nodes.length > 0,
  );

  return (
    <div className="grid gap-4">
      <div className="flex flex-wrap items-center justify-between gap-3">
        <div className="scroll-thin max-w-full overflow-x-auto">
          <Segments
            label="Which approvals"
            value={shown.value}
            options={SHOWN}
            onChange={(value) => set({ show: value === 'waiting' ? '' : value, approval: '' })}
          />
        </div>
        {nodes.length > 1 ? (
          <p className="text-sm text-muted max-lg:hidden">
            <Key>j</Key> <Key>k</Key> next, previous · <Key>a</Key> <Key>r</Key> to the decision · <Key>e</Key> change · <Key>c</Key> answer
            {open.length > 0 ? (
              <>
                {' '}
                · <Key>x</Key> choose
              </>
            ) : null}
          </p>
        ) : null}
      </div>
      {result.state === 'failed' ? <ProblemNote problem={result.problem} onRetry={refresh} /> : null}
      {data === null && result.state === 'loading' ? <Loading label="Loading the approvals" lines={6} /> : null}
      {picked.length > 0 ? <BatchBar approvals={picked} onDone={() => setChosen(new Set())} /> : null}
      {data !== null && nodes.length === 0 ? (
        <Empty
          icon={ShieldCheck}
          title={shown.value === 'waiting' ? 'Nothing waits for you' : 'None stands like this'}
          actions={shown.value === 'all' ? null : <Button onClick={() => set({ show: 'all', approval: '' })}>See all approvals</Button>}
        >
          {shown.value === 'waiting'
            ? 'When an agent wants to do something that matters, it asks here first: what, why, and on what evidence.'
            : 'Choose another state to see the others.'}
        </Empty>
      ) : null}
      {current ? (
        <div className="grid items-start gap-4 lg:grid-cols-[minmax(280px,380px)_minmax(0,1fr)]">
          <div className="grid gap-3">
            <ApprovalList approvals={nodes} current={current.id} chosen={chosen} onPick={pick} onGo={(id) => set({ approval: id })} />
            {data !== null && data.totalCount > nodes.length ? (
              <p className="px-3 text-sm text-muted">
                The newest {nodes.length} of {data.totalCount}; the next ones come up as these are decided.
              </p>
            ) : null}
          </div>
          <div className="panel p-5 sm:p-6 lg:sticky lg:top-20">
            <ApprovalCard key={current.id} approval={current} buttons={{ approve, reject, edit, comment }} onDecided={refresh} />
          </div>
        </div>
      ) : null}
    </div>
  );
}

function Key({ children }: { children: string }) {
  return <kbd>{children}</kbd>;
}
