import { AppWindow, Cable, Table2 } from 'lucide-react';
import type { LucideIcon } from 'lucide-react';
import { Link } from 'react-router';
import type { AssetKind, AssetRowFragment } from '../../gql/graphql.ts';
import { Badge } from '../../ui/badge.tsx';
import { DataTable } from '../../ui/data-table.tsx';
import { formatCount, formatDay, plural } from '../../ui/format.ts';
import { ACTIVITIES, ADMISSIONS, CLASSES, KINDS } from '../discover/words.ts';
import { ScoreBar } from '../discover/score-bar.tsx';

const ICONS: Record<AssetKind, LucideIcon> = { APPLICATION: AppWindow, CONNECTION: Cable, DATA_OBJECT: Table2 };

function Name({ asset: { id, name, key, kind, removedAt, admission, class: judged } }: { asset: AssetRowFragment }) {
  const Icon = ICONS[kind];
  return (
    <span className="flex items-start gap-2.5">
      <Icon role="img" aria-label={KINDS[kind]} size={16} className="mt-0.5 shrink-0 text-muted" />
      <span className="grid min-w-36 gap-0.5">
        <Link
          to={`/assets/${id}`}
          dir="auto"
          className="font-medium break-words hover:underline"
          data-asset={key ?? name}
          data-class={judged}
        >
          {name}
        </Link>
        {key !== null && key !== name ? <span className="text-sm break-all text-muted">{key}</span> : null}
        {removedAt ? (
          <Badge tone="warning" className="justify-self-start">
            gone since {formatDay(removedAt)}
          </Badge>
        ) : null}
        {admission !== null && judged === null ? <span className="text-sm text-muted">{ADMISSIONS[admission]}</span> : null}
      </span>
    </span>
  );
}

function Score({ value }: { value: number | undefined }) {
  return value === undefined ? <span className="font-normal text-muted">–</span> : Math.round(value);
}

/** The catalogue's rows, in the order the server has them in. */
export function AssetTable({ assets }: { assets: readonly AssetRowFragment[] }) {
  return (
    <DataTable
      label="Assets"
      rows={assets}
      rowKey={(asset) => asset.id}
      columns={[
        { name: 'Name', cell: (asset) => <Name asset={asset} /> },
        {
          name: 'Class',
          cell: ({ class: judged, activity }) =>
            judged === null ? (
              <span className="text-muted">–</span>
            ) : (
              <span className="grid justify-items-start gap-0.5">
                <span title={CLASSES[judged].hint}>
                  <Badge tone={CLASSES[judged].tone}>{CLASSES[judged].word}</Badge>
                </span>
                {activity ? <span className="text-sm whitespace-nowrap text-muted">{ACTIVITIES[activity]}</span> : null}
              </span>
            ),
        },
        { name: 'Risk', cell: ({ scores }) => (scores ? <ScoreBar label="Risk" value={scores.risk.value} /> : '–') },
        { name: 'Cost', numeric: true, cell: ({ scores }) => <Score value={scores?.cost.value} /> },
        { name: 'Criticality', numeric: true, cell: ({ scores }) => <Score value={scores?.criticality.value} /> },
        { name: 'Owner', cell: ({ owner }) => owner?.displayName ?? <span className="text-muted">nobody</span> },
        {
          name: 'Source',
          cell: ({ connection, recordCount }) =>
            connection ? (
              <span className="grid">
                <Link to={`/connections/${connection.id}`} className="link">
                  {connection.name}
                </Link>
                {recordCount === null ? null : <span className="text-sm text-muted">{plural(recordCount, 'record')}</span>}
              </span>
            ) : (
              <span className="text-muted">telemetry</span>
            ),
        },
        { name: 'Last seen', cell: (asset) => <span className="whitespace-nowrap">{formatDay(asset.lastSeenAt)}</span> },
        {
          name: 'Findings',
          numeric: true,
          cell: ({ id, findings }) =>
            findings.length === 0 ? (
              <span className="font-normal text-muted">none</span>
            ) : (
              <Link to={`/assets/${id}?tab=findings`} className="link">
                {formatCount(findings.length)}
              </Link>
            ),
        },
      ]}
    />
  );
}
