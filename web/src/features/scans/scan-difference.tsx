import { Equal } from 'lucide-react';
import { useState } from 'react';
import { ScanDifferenceDocument, ScansDocument } from '../../gql/graphql.ts';
import type { ScanChangeKind } from '../../gql/graphql.ts';
import { known } from '../../graph/known.ts';
import { useGraph } from '../../graph/use-graph.ts';
import { useSearchState } from '../../graph/use-search-state.ts';
import { Choice } from '../../ui/field.tsx';
import { formatCount, formatMoment } from '../../ui/format.ts';
import { Segments } from '../../ui/segments.tsx';
import { Empty } from '../../ui/states.tsx';
import { ChangeTable } from '../discover/change-table.tsx';
import { Listed } from '../settings/listed.tsx';
import { CHANGES } from './looks.ts';

const PAGE = 100;
const LISTED = 100;

/** What changed between a scan and another one: the one that succeeded before when none is named. What is shown is in the address. */
export function ScanDifference({ scanId }: { scanId: string }) {
  const [{ against, change }, set] = useSearchState(['against', 'change']);
  const [first, setFirst] = useState(PAGE);
  const kind = (Object.keys(CHANGES) as ScanChangeKind[]).find((each) => each === change) ?? null;
  const [scans] = useGraph(ScansDocument, { first: LISTED });
  const others = (known(scans)?.scans.nodes ?? []).filter(({ id, status }) => id !== scanId && status === 'SUCCEEDED');
  const alone = scans.state === 'ready' && others.length === 0;
  const [result, refresh] = useGraph(
    ScanDifferenceDocument,
    { scanId, comparedWith: against === '' ? null : against, kinds: kind === null ? null : [kind], first },
    { pause: others.length === 0 },
  );
  const diff = known(result)?.scanDiff ?? null;
  if (alone)
    return (
      <Empty icon={Equal} title="There is nothing to compare it with">
        What is new, gone or judged differently shows here from the second scan on.
      </Empty>
    );
  return (
    <>
      <div className="flex flex-wrap items-end gap-4">
        <Choice
          label="Compared with"
          className="w-full sm:w-72"
          value={against}
          options={[
            { value: '', label: 'the one before' },
            ...others.map(({ id, number, asOf }) => ({
              value: id,
              label: `scan ${number}${asOf === null ? '' : `, ${formatMoment(asOf)}`}`,
            })),
          ]}
          onChange={(event) => set({ against: event.target.value })}
        />
        <Segments
          label="Which changes"
          value={kind ?? 'ALL'}
          options={[
            { value: 'ALL', label: 'All' },
            { value: 'NEW', label: `New${diff ? ` ${formatCount(diff.added)}` : ''}` },
            { value: 'GONE', label: `Gone${diff ? ` ${formatCount(diff.gone)}` : ''}` },
            { value: 'CHANGED', label: `Changed${diff ? ` ${formatCount(diff.changed)}` : ''}` },
          ]}
          onChange={(value) => set({ change: value === 'ALL' ? '' : value })}
        />
      </div>
      {diff ? (
        <p className="text-muted">
          From scan {diff.older.number} to scan {diff.newer.number}.
        </p>
      ) : null}
      <Listed
        what="the changes"
        result={result}
        refresh={refresh}
        pick={({ scanDiff }) => scanDiff.changes}
        onMore={() => setFirst((count) => count + PAGE)}
        empty={
          <Empty icon={Equal} title="Nothing is different">
            {kind === null ? 'Both scans found the same and judge it the same.' : 'No application changed so.'}
          </Empty>
        }
      >
        {(changes) => <ChangeTable label="Changes" changes={changes} />}
      </Listed>
    </>
  );
}
