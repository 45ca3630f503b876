import { Route, Search } from 'lucide-react';
import { useState } from 'react';
import { TraceObjectsDocument, TraceOfRecordDocument } from '../../gql/graphql.ts';
import { known } from '../../graph/known.ts';
import { useGraph } from '../../graph/use-graph.ts';
import { useSearchState } from '../../graph/use-search-state.ts';
import { Button } from '../../ui/button.tsx';
import { Choice, Field } from '../../ui/field.tsx';
import { Page } from '../../ui/page.tsx';
import { Empty, Loading, ProblemNote } from '../../ui/states.tsx';
import { BackLink } from '../connect/back-link.tsx';
import { TraceView } from './trace-view.tsx';

/** The most connections whose tables can be chosen here; others are reached from their own pages. */
const MOST_CONNECTIONS = 50;

/** The way of one record; which one is in the address. */
export default function TracePage() {
  const [{ object, key }, set] = useSearchState(['object', 'key']);
  const [typed, setTyped] = useState(key);
  const [objects] = useGraph(TraceObjectsDocument, { first: MOST_CONNECTIONS }, { policy: 'cache-first' });
  const asked = object !== '' && key !== '';
  const [result, refresh] = useGraph(TraceOfRecordDocument, { objectId: object, key }, { pause: !asked });
  const trace = asked && result.state === 'ready' ? result.data.recordTrace : null;
  const options = (known(objects)?.connections.nodes ?? []).flatMap((connection) =>
    connection.objects.nodes
      .filter((each) => each.status === 'READY')
      .map((each) => ({ value: each.id, label: `${connection.name} – ${each.name}` })),
  );
  return (
    <>
      <BackLink to="/connections/flow">Flow</BackLink>
      <Page
        title="Trace of a record"
        intro="One record from the sync that read it to the record of the business, the metrics and the runs."
      >
        <form
          className="grid items-end gap-3 sm:grid-cols-[minmax(0,280px)_minmax(0,320px)_auto] sm:justify-start"
          onSubmit={(event) => {
            event.preventDefault();
            set({ key: typed.trim() });
          }}
        >
          <Choice
            label="Table"
            value={object}
            onChange={(event) => set({ object: event.target.value })}
            options={[{ value: '', label: 'Choose a table…' }, ...options]}
          />
          <Field label="Key at the source" value={typed} spellCheck={false} onChange={(event) => setTyped(event.target.value)} />
          <Button type="submit" className="min-h-10">
            <Search aria-hidden size={15} /> Trace it
          </Button>
        </form>
        {asked && result.state === 'loading' ? <Loading label="Loading the trace" /> : null}
        {asked && result.state === 'failed' ? <ProblemNote problem={result.problem} onRetry={refresh} /> : null}
        {asked && result.state === 'ready' && !trace ? (
          <Empty icon={Route} title="No such record">
            No record of this table has the key “{key}”, or rules about data keep it from you.
          </Empty>
        ) : null}
        {!asked ? <p className="text-muted">Choose a table and type the key that its source knows the record by.</p> : null}
        {trace ? <TraceView trace={trace} /> : null}
      </Page>
    </>
  );
}
