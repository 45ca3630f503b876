import { Wrench } from 'lucide-react';
import { useState } from 'react';
import { RepairsDocument } from '../../gql/graphql.ts';
import type { RepairStatus } from '../../gql/graphql.ts';
import { useGraph } from '../../graph/use-graph.ts';
import { useSearchState } from '../../graph/use-search-state.ts';
import { Segments } from '../../ui/segments.tsx';
import { Empty } from '../../ui/states.tsx';
import { Listed } from '../settings/listed.tsx';
import { DriftFrame } from './drift-frame.tsx';
import { RepairList } from './repair-list.tsx';

const PAGE = 50;
const SHOWN: readonly { value: '' | RepairStatus; label: string }[] = [
  { value: '', label: 'All' },
  { value: 'PROPOSED', label: 'Waiting' },
  { value: 'APPLIED', label: 'Applied' },
  { value: 'REJECTED', label: 'Rejected' },
  { value: 'ROLLED_BACK', label: 'Rolled back' },
];

/** Repairs of how sources are read: those that wait for a person, and what was done. */
export default function RepairsPage() {
  const [{ status }, set] = useSearchState(['status']);
  const [first, setFirst] = useState(PAGE);
  const shown = SHOWN.find((each) => each.value === status)?.value ?? '';
  const filter = { connectionId: null, objectId: null, statuses: shown === '' ? null : [shown] };
  const [result, refresh] = useGraph(RepairsDocument, { filter, first });
  return (
    <DriftFrame intro="A repair reads a changed source so that nothing changes downstream. What is sure and not critical is applied by itself.">
      <div className="scroll-thin overflow-x-auto">
        <Segments label="Which repairs" value={shown} options={SHOWN} onChange={(next) => set({ status: next })} />
      </div>
      <Listed
        what="the repairs"
        result={result}
        refresh={refresh}
        pick={(data) => data.repairs}
        onMore={() => setFirst((count) => count + PAGE)}
        empty={
          <Empty icon={Wrench} title={shown === 'PROPOSED' ? 'Nothing waits for you' : 'No repairs'}>
            When a source changes in a way that breaks something, what to do about it stands here.
          </Empty>
        }
      >
        {(repairs) => <RepairList repairs={repairs} />}
      </Listed>
    </DriftFrame>
  );
}
