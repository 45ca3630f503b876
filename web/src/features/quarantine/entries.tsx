import { Download } from 'lucide-react';
import { useState } from 'react';
import { QuarantineEntriesDocument } from '../../gql/graphql.ts';
import type { QuarantineFilter } from '../../gql/graphql.ts';
import { useGraph, useRun } from '../../graph/use-graph.ts';
import { Button } from '../../ui/button.tsx';
import { downloadCsv } from '../../ui/csv.ts';
import { MOST_SHOWN } from '../../ui/load-more.tsx';
import { notify } from '../../ui/notify.ts';
import { Listed } from '../settings/listed.tsx';
import { Entry } from './entry.tsx';

const PAGE = 30;

/** The records themselves, as the source wrote them. */
export function Entries({ filter, find }: { filter: QuarantineFilter; find: string }) {
  const run = useRun();
  const [first, setFirst] = useState(PAGE);
  const [busy, setBusy] = useState(false);
  const [result, refresh] = useGraph(QuarantineEntriesDocument, { filter, first });
  const words = find.toLowerCase().split(/\s+/).filter(Boolean);
  const fits = ({ reason }: { reason: string }) => words.every((word) => reason.toLowerCase().includes(word));
  const save = async () => {
    setBusy(true);
    const outcome = await run(QuarantineEntriesDocument, { filter, first: MOST_SHOWN });
    setBusy(false);
    if (!outcome.ok) return notify('error', outcome.problem.message, outcome.problem.todo);
    const { nodes, totalCount } = outcome.data.quarantine;
    downloadCsv(
      'quarantine',
      ['connection', 'table', 'line', 'code', 'reason', 'since', 'record'],
      nodes
        .filter(fits)
        .map((each) => [each.object.connection.name, each.object.name, each.line, each.code, each.reason, each.since, each.raw]),
    );
    if (totalCount > nodes.length)
      notify('message', `The first ${nodes.length} of ${totalCount} records`, 'Filter by table or code for the others.');
    return undefined;
  };
  return (
    <section className="grid gap-3" aria-labelledby="records">
      <div className="flex flex-wrap items-center justify-between gap-3">
        <h2 id="records" className="text-md font-semibold">
          The records
        </h2>
        <Button busy={busy} onClick={() => void save()} data-quarantine-csv>
          <Download aria-hidden size={15} /> CSV
        </Button>
      </div>
      <Listed
        what="the records"
        result={result}
        refresh={refresh}
        pick={(data) => data.quarantine}
        onMore={() => setFirst((count) => count + PAGE)}
        empty={<p className="text-muted">None to show: none wait, or rules about data keep them from you.</p>}
      >
        {(entries) => (
          <ol className="panel divide-y divide-line" aria-label="Records set aside">
            {entries.filter(fits).map((entry) => (
              <Entry key={entry.id} entry={entry} />
            ))}
          </ol>
        )}
      </Listed>
    </section>
  );
}
