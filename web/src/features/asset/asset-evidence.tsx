import { FileSearch } from 'lucide-react';
import { useState } from 'react';
import { AssetEvidenceDocument } from '../../gql/graphql.ts';
import { useGraph } from '../../graph/use-graph.ts';
import { DataTable } from '../../ui/data-table.tsx';
import { formatCount, formatMoment } from '../../ui/format.ts';
import { Empty } from '../../ui/states.tsx';
import { PLANES } from '../discover/words.ts';
import { Listed } from '../settings/listed.tsx';

const PAGE = 100;
const NONE = { nodes: [], totalCount: 0 };

/** Everything that records say of an asset, plane by plane. */
export function AssetEvidence({ id }: { id: string }) {
  const [first, setFirst] = useState(PAGE);
  const [result, refresh] = useGraph(AssetEvidenceDocument, { id, first });
  return (
    <Listed
      what="the evidence"
      result={result}
      refresh={refresh}
      pick={({ asset }) => asset?.evidence ?? NONE}
      onMore={() => setFirst((count) => count + PAGE)}
      empty={
        <Empty icon={FileSearch} title="No record tells of it">
          Evidence comes from telemetry; what a connection brings is listed without.
        </Empty>
      }
    >
      {(evidence) => (
        <DataTable
          label="Evidence"
          rows={evidence}
          rowKey={(row) => String(evidence.indexOf(row))}
          columns={[
            { name: 'Says', cell: ({ says }) => <span dir="auto">{says}</span> },
            { name: 'From', sort: ({ plane }) => plane, cell: ({ plane }) => PLANES[plane] },
            { name: 'Record', cell: ({ record }) => <span className="font-mono text-xs break-all">{record ?? '–'}</span> },
            { name: 'When', sort: ({ at }) => at, cell: ({ at }) => (at === null ? '–' : formatMoment(at)) },
            { name: 'Records', numeric: true, sort: ({ count }) => count, cell: ({ count }) => formatCount(count) },
          ]}
        />
      )}
    </Listed>
  );
}
