import { useState } from 'react';
import { TestMetricDocument } from '../../gql/graphql.ts';
import type { TestMetricQuery } from '../../gql/graphql.ts';
import type { Problem } from '../../graph/problem.ts';
import { problemOfRefusal } from '../../graph/problem.ts';
import { useRun } from '../../graph/use-graph.ts';
import { Button } from '../../ui/button.tsx';
import { CodeBlock } from '../../ui/code-block.tsx';
import { DataTable } from '../../ui/data-table.tsx';
import { Disclosure } from '../../ui/disclosure.tsx';
import { Field } from '../../ui/field.tsx';
import { plural } from '../../ui/format.ts';
import { Panel } from '../../ui/page.tsx';
import { ProblemNote } from '../../ui/states.tsx';
import { inputOf } from './draft-metric.ts';
import type { DraftMetric } from './draft-metric.ts';

type Tested = Extract<TestMetricQuery['testMetric'], { __typename: 'MetricTested' }>;

/** What a definition comes to on the data of this moment, with some of the records behind it. Nothing is saved by it. */
export function MetricTrial({ draft }: { draft: DraftMetric }) {
  const run = useRun();
  const [from, setFrom] = useState('');
  const [to, setTo] = useState('');
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [tested, setTested] = useState<Tested | null>(null);
  const test = async () => {
    setBusy(true);
    setProblem(null);
    const outcome = await run(TestMetricDocument, { input: inputOf(draft), from: from || null, to: to || null });
    setBusy(false);
    if (!outcome.ok) return setProblem(outcome.problem);
    const result = outcome.data.testMetric;
    if (result.__typename === 'InputRefused') {
      setTested(null);
      return setProblem(problemOfRefusal(result.problems));
    }
    return setTested(result);
  };
  return (
    <Panel title="What it comes to" className="xl:sticky xl:top-18">
      <div className="grid gap-4">
        <div className="grid gap-4 sm:grid-cols-2">
          <Field label="From" type="date" value={from} onChange={(event) => setFrom(event.target.value)} />
          <Field label="Before" type="date" value={to} onChange={(event) => setTo(event.target.value)} />
        </div>
        <Button busy={busy} className="justify-self-start" onClick={() => void test()} data-test-metric>
          {busy ? 'Computing…' : 'Try it'}
        </Button>
        {problem ? <ProblemNote problem={problem} /> : null}
        {tested ? (
          <div className="grid gap-3" data-tested-metric={tested.recordCount}>
            <p className="text-2xl font-semibold tracking-tight" role="status">
              {tested.formattedValue ?? 'Nothing to compute it of'}
            </p>
            <p className="text-sm text-muted">of {plural(tested.recordCount, 'record')}</p>
            {tested.rows.length > 0 ? (
              <DataTable
                label="Records behind it"
                rows={tested.rows.map(({ cells }, index) => ({ cells, id: String(index) }))}
                rowKey={({ id }) => id}
                columns={tested.columns.map((name, index) => ({ name, cell: ({ cells }: { cells: string[] }) => cells[index] ?? '–' }))}
              />
            ) : null}
            <Disclosure summary="The SQL">
              <CodeBlock label="The SQL" code={tested.sql} />
            </Disclosure>
          </div>
        ) : null}
      </div>
    </Panel>
  );
}
