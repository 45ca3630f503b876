import { GitCompare } from 'lucide-react';
import { RunsToCompareDocument } from '../../gql/graphql.ts';
import { known } from '../../graph/known.ts';
import { useGraph } from '../../graph/use-graph.ts';
import { Choice } from '../../ui/field.tsx';
import { Empty } from '../../ui/states.tsx';
import { stateLook } from '../runs/run-state.ts';
import { OtherRun } from './other-run.tsx';
import { ReplayView } from './replay-view.tsx';
import { isReplay, replayBeside, replayedVersion } from './replay-beside.ts';
import { runWords } from './side-words.ts';

interface RunComparisonProps {
  run: { id: string };
  /** Name of the workflow that it is a run of. */
  workflow: string;
  /** What it is laid beside: its replay, or another run’s id; null: nothing yet. It is in the address. */
  beside: string | null;
  onBeside: (beside: string | null) => void;
}

/** A run laid beside its replay, or beside another of the same workflow: a dry one beside the live one, today’s beside last week’s. */
export function RunComparison({ run, workflow, beside, onBeside }: RunComparisonProps) {
  const [result] = useGraph(RunsToCompareDocument, { name: workflow });
  const found = known(result)?.workflow ?? null;
  const others = (found?.runs.nodes ?? []).filter(({ id }) => id !== run.id);
  const options = [
    { value: '', label: 'Choose…' },
    { value: replayBeside(null), label: 'Its replay, by the version it went by' },
    ...(found?.versions.nodes ?? []).map(({ version }) => ({ value: replayBeside(version), label: `Its replay, by version ${version}` })),
    ...others.map((each) => ({ value: each.id, label: `${runWords(each)}: ${stateLook(each.status).word}` })),
  ];
  const listed = options.some(({ value }) => value === (beside ?? ''));
  return (
    <div className="grid gap-5" data-run-comparison={beside ?? ''}>
      <Choice
        label="Lay it beside"
        className="sm:max-w-md"
        value={beside ?? ''}
        options={listed ? options : [...options, { value: beside ?? '', label: 'What the address says' }]}
        onChange={({ target }) => onBeside(target.value === '' ? null : target.value)}
      />
      {beside === null ? (
        <Empty icon={GitCompare} title="Nothing is laid beside it">
          Its replay shows whether it would come to the same again, or by another version; another run shows where the two part: what a dry
          run said and what the live one did.
        </Empty>
      ) : isReplay(beside) ? (
        <ReplayView key={beside} runId={run.id} version={replayedVersion(beside)} />
      ) : (
        <OtherRun key={beside} id={run.id} other={beside} />
      )}
    </div>
  );
}
