import { useState } from 'react';
import { useMay } from '../../app/use-may.ts';
import { AcceptMappingDocument, CanonicalEntitiesDocument, ReviseMappingDocument } from '../../gql/graphql.ts';
import type { ProposalFieldsFragment } from '../../gql/graphql.ts';
import type { Problem } from '../../graph/problem.ts';
import { problemOfRefusal } from '../../graph/problem.ts';
import { useGraph, useRun } from '../../graph/use-graph.ts';
import { Button } from '../../ui/button.tsx';
import { Disclosure } from '../../ui/disclosure.tsx';
import { plural } from '../../ui/format.ts';
import { notify } from '../../ui/notify.ts';
import { ProblemNote } from '../../ui/states.tsx';
import { countEdits, editField, NO_EDITS, ownAttributeName, retargetTable, setUnpivot, toChanges } from './changes.ts';
import { ReviewBar } from './review-bar.tsx';
import { TableCard } from './table-card.tsx';
import { useReview } from './use-review.ts';

interface ReviewProps {
  proposal: ProposalFieldsFragment;
  skipped: readonly { id: string; name: string; statusReason: string | null }[];
  onAccepted: () => void;
}

/** Table by table what is proposed; editable while it waits, and one button to take it all. */
export function Review({ proposal, skipped, onAccepted }: ReviewProps) {
  const run = useRun();
  const [canonical] = useGraph(CanonicalEntitiesDocument, {}, { policy: 'cache-first' });
  const [edits, setEdits] = useState(NO_EDITS);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const may = useMay('mappings.accept');
  const editable = may && proposal.status === 'PROPOSED';
  const entities = canonical.state === 'ready' ? canonical.data.canonicalEntities : [];

  const accept = async () => {
    setBusy(true);
    setProblem(null);
    const outcome = await run(AcceptMappingDocument, { input: { proposalId: proposal.id, changes: toChanges(edits) } });
    setBusy(false);
    if (!outcome.ok) return setProblem(outcome.problem);
    const result = outcome.data.acceptMapping;
    if (result.__typename === 'InputRefused') return setProblem(problemOfRefusal(result.problems));
    window.scrollTo({ top: 0, behavior: 'smooth' });
    return onAccepted();
  };

  const keep = async () => {
    setBusy(true);
    setProblem(null);
    const outcome = await run(ReviseMappingDocument, { input: { proposalId: proposal.id, changes: toChanges(edits) } });
    setBusy(false);
    if (!outcome.ok) return setProblem(outcome.problem);
    const result = outcome.data.reviseMapping;
    if (result.__typename === 'InputRefused') return setProblem(problemOfRefusal(result.problems));
    setEdits(NO_EDITS);
    onAccepted();
    return notify('success', 'Your changes are kept', 'What else follows from them is proposed anew; nothing is accepted yet.');
  };

  const review = useReview({
    proposal,
    edits,
    active: editable && !busy,
    edit: (fieldId, tableId, change) => setEdits((now) => editField(now, tableId, fieldId, change)),
    own: ownAttributeName,
  });

  return (
    <>
      <ReviewBar review={review} />
      <div className="grid gap-5" data-proposal={proposal.id} data-status={proposal.status}>
        {proposal.tables.map((table) => (
          <TableCard
            key={table.id}
            table={table}
            entities={entities}
            edits={edits}
            editable={editable && !busy}
            onEntity={(name) => setEdits((now) => retargetTable(now, table.id, name, table.entityName))}
            shown={review.shown}
            at={review.at}
            open={review.open}
            seen={review.seen}
            onUnpivot={(unpivot) => setEdits((now) => setUnpivot(now, table.id, unpivot, table.unpivoted))}
            on={review.acts}
          />
        ))}
        {skipped.length > 0 ? (
          <Disclosure summary={`${plural(skipped.length, 'file')} left out, because they are no tables`}>
            <ul className="grid gap-1 text-sm">
              {skipped.map((object) => (
                <li key={object.id}>
                  <span className="font-medium">{object.name}</span> <span className="text-muted">– {object.statusReason}</span>
                </li>
              ))}
            </ul>
          </Disclosure>
        ) : null}
        {problem ? <ProblemNote problem={problem} /> : null}
      </div>
      {editable ? (
        <div className="fixed inset-x-0 bottom-16 z-10 border-t border-line bg-bg/95 backdrop-blur-md lg:bottom-0 lg:left-[232px]">
          <div className="mx-auto flex max-w-[1360px] items-center justify-between gap-4 px-4 py-3 sm:px-6">
            <p className="text-sm text-muted" role="status">
              {countEdits(edits) === 0 ? 'Nothing changed: taken as proposed.' : `${plural(countEdits(edits), 'change')} of yours.`}
            </p>
            <span className="flex flex-wrap justify-end gap-2">
              {countEdits(edits) > 0 ? (
                <Button busy={busy} className="min-h-10" onClick={() => void keep()} data-keep>
                  Keep for later
                </Button>
              ) : null}
              <Button look="primary" busy={busy} className="min-h-10" onClick={() => void accept()} data-accept>
                {busy ? 'Accepting…' : 'Accept all'}
              </Button>
            </span>
          </div>
        </div>
      ) : null}
    </>
  );
}
