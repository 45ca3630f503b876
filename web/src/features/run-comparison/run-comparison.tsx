import { GitCompare } from 'lucide-react';
import { RunsToCompareDocument } from '../../gql/graphql.ts';
import { known } from '../../graph/known.ts';
import { useGraph } from '../../graph/use-graph.ts';
import { Choice } from '../../ui/field.tsx';
import { Empty } from '../../ui/states.tsx';
import { stateLook } from '../runs/run-state.ts';
import { OtherRun } from './other-run.tsx';
import { runWords } from './side-words.ts';

interface RunComparisonProps {
  run: { id: string };
  /** Name of the workflow that it is a run of. */
  workflow: string;
  /** What it is laid beside: another run’s id; null: nothing yet. It is in the address. */
  beside: string | null;
  onBeside: (beside: string | null) => void;
}

/** A run laid beside another of the same workflow: a dry one beside the live one, today’s beside last week’s. */
export function RunComparison({ run, workflow, beside, onBeside }: RunComparisonProps) {
  const [result] = useGraph(RunsToCompareDocument, { name: workflow });
  const others = (known(result)?.workflow?.runs.nodes ?? []).filter(({ id }) => id !== run.id);
  return (
    <div className="grid gap-5" data-run-comparison={beside ?? ''}>
      <Choice
        label="Lay it beside"
        className="sm:max-w-md"
        value={beside ?? ''}
        options={[
          { value: '', label: 'Choose…' },
          ...others.map((each) => ({ value: each.id, label: `${runWords(each)}: ${stateLook(each.status).word}` })),
          ...(beside === null || others.some(({ id }) => id === beside) ? [] : [{ value: beside, label: 'the run in the address' }]),
        ]}
        onChange={({ target }) => onBeside(target.value === '' ? null : target.value)}
      />
      {beside === null ? (
        <Empty icon={GitCompare} title="Nothing is laid beside it">
          Another run of the same workflow shows where the two part: what a dry run said and what the live one did.
        </Empty>
      ) : (
        <OtherRun key={beside} id={run.id} other={beside} />
      )}
    </div>
  );
}
