import { Radar } from 'lucide-react';
import { useState } from 'react';
import { DriftsDocument, MeshConnectionsDocument } from '../../gql/graphql.ts';
import type { DriftSeverity, DriftStatus } from '../../gql/graphql.ts';
import { known } from '../../graph/known.ts';
import { useGraph } from '../../graph/use-graph.ts';
import { useSearchState } from '../../graph/use-search-state.ts';
import { Choice } from '../../ui/field.tsx';
import { Segments } from '../../ui/segments.tsx';
import { Empty } from '../../ui/states.tsx';
import { Listed } from '../settings/listed.tsx';
import { DriftFrame } from './drift-frame.tsx';
import { DriftList } from './drift-list.tsx';
import { ObserveButton } from './observe-button.tsx';
import { DRIFT_STATUSES, SEVERITIES } from './words.ts';

const PAGE = 50;

/** The member of a table that an address names; null when it names none. */
function oneOf<Name extends string>(table: Readonly<Record<Name, unknown>>, name: string): Name | null {
  return name in table ? (name as Name) : null;
}

/** How sources have changed, the newest first; filters are in the address. */
export default function DriftsPage() {
  const [{ status, severity, connection }, set] = useSearchState(['status', 'severity', 'connection']);
  const [first, setFirst] = useState(PAGE);
  const state = oneOf<DriftStatus>(DRIFT_STATUSES, status);
  const weight = oneOf<DriftSeverity>(SEVERITIES, severity);
  const filter = {
    connectionId: connection || null,
    objectId: null,
    statuses: state === null ? null : [state],
    severities: weight === null ? null : [weight],
  };
  const [result, refresh] = useGraph(DriftsDocument, { filter, first });
  const [connections] = useGraph(MeshConnectionsDocument, { first: 200 }, { policy: 'cache-first' });
  const all = known(connections)?.connections.nodes ?? [];
  return (
    <DriftFrame
      intro="What changed at the sources. What breaks something is repaired with evidence, or waits for you; no record is lost meanwhile."
      actions={<ObserveButton connections={all.filter((each) => connection === '' || each.id === connection)} onObserved={refresh} />}
    >
      <div className="flex flex-wrap items-end gap-3">
        <Segments
          label="Which changes"
          value={state === 'OPEN' || state === 'REPAIRED' ? state : ''}
          options={[
            { value: '', label: 'All' },
            { value: 'OPEN', label: 'Open' },
            { value: 'REPAIRED', label: 'Repaired' },
          ]}
          onChange={(next) => set({ status: next })}
        />
        <Choice
          label="How much it matters"
          className="w-full sm:w-52"
          value={weight ?? ''}
          onChange={(event) => set({ severity: event.target.value })}
          options={[{ value: '', label: 'Any' }, ...Object.entries(SEVERITIES).map(([value, { word }]) => ({ value, label: word }))]}
        />
        <Choice
          label="Connection"
          className="w-full sm:w-56"
          value={connection}
          onChange={(event) => set({ connection: event.target.value })}
          options={[{ value: '', label: 'All connections' }, ...all.map(({ id, name }) => ({ value: id, label: name }))]}
        />
      </div>
      <Listed
        what="the changes"
        result={result}
        refresh={refresh}
        pick={(data) => data.drifts}
        onMore={() => setFirst((count) => count + PAGE)}
        empty={
          <Empty icon={Radar} title="No drift">
            {status || severity || connection
              ? 'Nothing like this has changed. Take the filters away to see everything.'
              : 'The sources are as they were when they were connected. Each is looked at with every sync, and in between.'}
          </Empty>
        }
      >
        {(drifts) => <DriftList drifts={drifts} />}
      </Listed>
    </DriftFrame>
  );
}
