import { History } from 'lucide-react';
import { useState } from 'react';
import { Link } from 'react-router';
import { AssetHistoryDocument } from '../../gql/graphql.ts';
import { useGraph } from '../../graph/use-graph.ts';
import { Badge } from '../../ui/badge.tsx';
import { formatMoment } from '../../ui/format.ts';
import { Empty } from '../../ui/states.tsx';
import { ChangedFields } from '../discover/changed-fields.tsx';
import { ADMISSIONS, CLASSES } from '../discover/words.ts';
import { Listed } from '../settings/listed.tsx';

const PAGE = 20;
const NONE = { nodes: [], totalCount: 0 };

/** What scans thought of an application, the newest first. */
export function AssetHistory({ id }: { id: string }) {
  const [first, setFirst] = useState(PAGE);
  const [result, refresh] = useGraph(AssetHistoryDocument, { id, first });
  return (
    <Listed
      what="the history"
      result={result}
      refresh={refresh}
      pick={({ asset }) => asset?.history ?? NONE}
      onMore={() => setFirst((count) => count + PAGE)}
      empty={
        <Empty icon={History} title="No scan has judged it">
          What changes from scan to scan is kept here, for applications.
        </Empty>
      }
    >
      {(versions) => (
        <ol className="panel divide-y divide-line" aria-label="History">
          {versions.map((version, index) => (
            <li key={version.since?.id ?? index} className="grid gap-2 px-4 py-3" data-version={version.since?.number}>
              <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
                {version.since ? (
                  <Link to={`/assets/scans/${version.since.id}`} className="font-medium link">
                    Scan {version.since.number}
                  </Link>
                ) : null}
                <Badge tone={CLASSES[version.class].tone}>{CLASSES[version.class].word}</Badge>
                <span className="text-muted">{ADMISSIONS[version.admission]}</span>
                {version.since?.asOf ? <span className="text-sm text-muted">as of {formatMoment(version.since.asOf)}</span> : null}
                {version.until ? <span className="text-sm text-muted">until scan {version.until.number}</span> : null}
              </p>
              {version.changes.length === 0 ? (
                <p className="text-sm text-muted">First met.</p>
              ) : (
                <ChangedFields changes={version.changes} />
              )}
              <p className="text-sm text-muted">
                Risk {Math.round(version.scores.risk.value)} · cost {Math.round(version.scores.cost.value)} · criticality{' '}
                {Math.round(version.scores.criticality.value)}
              </p>
            </li>
          ))}
        </ol>
      )}
    </Listed>
  );
}
