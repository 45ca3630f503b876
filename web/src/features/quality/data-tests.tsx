import { FlaskConical, Play, Plus } from 'lucide-react';
import { useState } from 'react';
import { useMay } from '../../app/use-may.ts';
import { QualityDocument, RunDataTestsDocument } from '../../gql/graphql.ts';
import { useGraph, useRun } from '../../graph/use-graph.ts';
import { useSearchState } from '../../graph/use-search-state.ts';
import { Button } from '../../ui/button.tsx';
import { Choice } from '../../ui/field.tsx';
import { notify } from '../../ui/notify.ts';
import { Empty } from '../../ui/states.tsx';
import { Listed } from '../settings/listed.tsx';
import type { QualityType } from './coverage.tsx';
import { TestItem } from './test-item.tsx';
import { TestSheet } from './test-sheet.tsx';

const PAGE = 50;

/** What is tested of records; which entity type is in the address. */
export function DataTests({ types, refreshAll }: { types: readonly QualityType[]; refreshAll: () => void }) {
  const run = useRun();
  const may = useMay('quality.manage');
  const [{ type }, set] = useSearchState(['type']);
  const [first, setFirst] = useState(PAGE);
  const [busy, setBusy] = useState(false);
  const [adding, setAdding] = useState(false);
  const [result, refresh] = useGraph(QualityDocument, { entityType: type || null, first });
  const chosen = types.find(({ name }) => name === type) ?? null;
  const both = () => {
    refresh();
    refreshAll();
  };
  const runAll = async () => {
    setBusy(true);
    const outcome = await run(RunDataTestsDocument, { entityType: type });
    setBusy(false);
    both();
    if (!outcome.ok) return notify('error', outcome.problem.message, outcome.problem.todo);
    return notify(
      'success',
      'The tests have run',
      `${outcome.data.runDataTests?.filter(({ status }) => status === 'FAILING').length ?? 0} of them fail.`,
    );
  };
  return (
    <section className="grid gap-4" aria-label="Tests">
      <div className="flex flex-wrap items-end gap-3">
        <Choice
          label="Entity type"
          className="w-full sm:w-64"
          value={type}
          options={[{ value: '', label: 'All' }, ...types.map(({ name, pluralLabel }) => ({ value: name, label: pluralLabel }))]}
          onChange={(event) => set({ type: event.target.value })}
        />
        {may && chosen ? (
          <>
            <Button busy={busy} className="min-h-10" onClick={() => void runAll()} data-run-tests>
              <Play aria-hidden size={15} /> Run them
            </Button>
            <Button look="primary" className="min-h-10" onClick={() => setAdding(true)} data-add-test>
              <Plus aria-hidden size={15} /> Add a test
            </Button>
          </>
        ) : null}
      </div>
      <Listed
        what="the tests"
        result={result}
        refresh={refresh}
        pick={(data) => data.dataTests}
        onMore={() => setFirst((count) => count + PAGE)}
        empty={
          <Empty icon={FlaskConical} title="Nothing is tested here">
            {chosen
              ? 'Add a test, or wait for the next sync: tests are proposed from what records look like.'
              : 'Choose an entity type to add a test to it.'}
          </Empty>
        }
      >
        {(tests) => (
          <ul className="panel divide-y divide-line" aria-label="Tests">
            {tests.map((test) => (
              <TestItem
                key={test.id}
                test={test}
                type={types.find(({ name }) => name === test.entityTypeName) ?? null}
                may={may}
                refresh={both}
              />
            ))}
          </ul>
        )}
      </Listed>
      {adding && chosen ? <TestSheet type={chosen} onClose={() => setAdding(false)} refresh={both} /> : null}
    </section>
  );
}
