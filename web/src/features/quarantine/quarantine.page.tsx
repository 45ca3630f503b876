import { ShieldCheck } from 'lucide-react';
import { QuarantineOverviewDocument } from '../../gql/graphql.ts';
import { known } from '../../graph/known.ts';
import { useGraph } from '../../graph/use-graph.ts';
import { useSearchState } from '../../graph/use-search-state.ts';
import { Choice, Field } from '../../ui/field.tsx';
import { ButtonLink } from '../../ui/button.tsx';
import { Empty, Loading, ProblemNote } from '../../ui/states.tsx';
import { ConnectFrame } from '../connect/connect-frame.tsx';
import { Entries } from './entries.tsx';
import { Groups } from './groups.tsx';
import { optionsOf, shownGroups } from './groups-of.ts';

/** Records that could not land, across everything that is connected; filters are in the address. */
export default function QuarantinePage() {
  const [{ object, code, connection, find }, set] = useSearchState(['object', 'code', 'connection', 'find']);
  const [result, refresh] = useGraph(QuarantineOverviewDocument, { filter: null });
  const all = known(result)?.quarantineCounts ?? [];
  const groups = shownGroups(all, { object, code, connection, find });
  const { connections, objects, codes } = optionsOf(all, connection);
  return (
    <ConnectFrame
      title="Quarantine"
      guide="files"
      intro="Records that could not land, each with its reason. Nothing of them is lost: once the reason is gone they are brought in."
    >
      {result.state === 'loading' && all.length === 0 ? <Loading label="Loading the quarantine" /> : null}
      {result.state === 'failed' ? <ProblemNote problem={result.problem} onRetry={refresh} /> : null}
      {result.state === 'ready' && all.length === 0 ? (
        <Empty icon={ShieldCheck} title="Nothing is set aside" actions={<ButtonLink to="/connections">All connections</ButtonLink>}>
          Every record that was read has landed.
        </Empty>
      ) : null}
      {all.length > 0 ? (
        <>
          <div className="grid gap-3 sm:grid-cols-2 lg:grid-cols-4">
            <Choice
              label="Connection"
              value={connection}
              onChange={(event) => set({ connection: event.target.value, object: '' })}
              options={[{ value: '', label: 'All' }, ...connections]}
            />
            <Choice
              label="Table"
              value={object}
              onChange={(event) => set({ object: event.target.value })}
              options={[{ value: '', label: 'All' }, ...objects]}
            />
            <Choice
              label="Code"
              value={code}
              onChange={(event) => set({ code: event.target.value })}
              options={[{ value: '', label: 'All' }, ...codes.map((each) => ({ value: each, label: each }))]}
            />
            <Field
              label="Reason"
              type="search"
              placeholder="Words of the reason"
              value={find}
              onChange={(event) => set({ find: event.target.value })}
            />
          </div>
          <Groups groups={groups} onChanged={refresh} />
          <Entries filter={{ objectId: object || null, code: code || null, connectionId: connection || null }} find={find} />
        </>
      ) : null}
    </ConnectFrame>
  );
}
