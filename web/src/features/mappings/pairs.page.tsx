import { GraduationCap } from 'lucide-react';
import { useState } from 'react';
import { useMay } from '../../app/use-may.ts';
import { MappingPairsDocument, RemoveMappingPairsDocument } from '../../gql/graphql.ts';
import { known } from '../../graph/known.ts';
import { useGraph, useRun } from '../../graph/use-graph.ts';
import { Button } from '../../ui/button.tsx';
import { DataTable } from '../../ui/data-table.tsx';
import { formatCount, formatMoment, formatPercent } from '../../ui/format.ts';
import { notify } from '../../ui/notify.ts';
import { Empty } from '../../ui/states.tsx';
import { ConfirmDialog } from '../runs/confirm-dialog.tsx';
import { Figure } from '../runs/figure.tsx';
import { Listed } from '../settings/listed.tsx';
import { ImportPairs } from './import-pairs.tsx';
import { MappingsFrame } from './mappings-frame.tsx';

const PAGE = 50;

/** Pairs of columns and attributes that were taught, and what the matcher made of them. */
export default function MappingPairsPage() {
  const run = useRun();
  const may = useMay('mappings.teach');
  const [first, setFirst] = useState(PAGE);
  const [forgetting, setForgetting] = useState(false);
  const [result, refresh] = useGraph(MappingPairsDocument, { first });
  const matcher = known(result)?.mappingPolicy.matcher ?? null;
  const forget = async () => {
    const outcome = await run(RemoveMappingPairsDocument, {});
    if (!outcome.ok) return outcome.problem;
    refresh();
    notify('success', 'Forgotten', 'The shipped weights count again.');
    return null;
  };
  return (
    <MappingsFrame
      intro="What you know already, taught at once: the matcher fits its weights on it, and finds columns like these by itself next time."
      actions={
        may && matcher ? (
          <Button onClick={() => setForgetting(true)} data-forget-pairs>
            Forget all pairs
          </Button>
        ) : undefined
      }
    >
      {matcher ? (
        <dl className="flex flex-wrap gap-x-10 gap-y-3" data-matcher={matcher.pairs}>
          <Figure label="pairs learned from">{formatCount(matcher.pairs)}</Figure>
          <Figure label="right by names, before">{formatPercent(matcher.rightBefore, 0)}</Figure>
          <Figure label="right by names, now">{formatPercent(matcher.rightAfter, 0)}</Figure>
          <Figure label="learned">{formatMoment(matcher.fittedAt)}</Figure>
        </dl>
      ) : null}
      {may ? <ImportPairs refresh={refresh} /> : null}
      <Listed
        what="the pairs"
        result={result}
        refresh={refresh}
        pick={({ mappingPairs }) => mappingPairs}
        onMore={() => setFirst((count) => count + PAGE)}
        empty={
          <Empty icon={GraduationCap} title="No pairs were taught">
            Every decision about a proposal teaches too. Pairs are for what you know before there is a proposal.
          </Empty>
        }
      >
        {(pairs) => (
          <DataTable
            label="Taught pairs"
            rows={pairs}
            rowKey={({ id }) => id}
            columns={[
              { name: 'Column', cell: ({ object, field }) => <span className="font-mono text-sm">{`${object} · ${field}`}</span> },
              { name: 'Becomes', cell: ({ entityType, attribute }) => `${entityType} · ${attribute}` },
              { name: 'How far', numeric: true, cell: ({ score }) => formatPercent(score, 0) },
              { name: 'Times', numeric: true, cell: ({ times }) => formatCount(times) },
              { name: 'Last', cell: ({ at }) => <span className="whitespace-nowrap">{formatMoment(at)}</span> },
            ]}
          />
        )}
      </Listed>
      {forgetting ? (
        <ConfirmDialog
          title="Forget all taught pairs?"
          keep="Keep them"
          action="Forget them"
          look="danger"
          onClose={() => setForgetting(false)}
          onConfirm={forget}
        >
          <p>The matcher goes back to the weights it was shipped with. What was decided about proposals stays learned.</p>
        </ConfirmDialog>
      ) : null}
    </MappingsFrame>
  );
}
