import { Cable, Table2 } from 'lucide-react';
import { Link } from 'react-router';
import type { AssetsQuery, FindingSeverity } from '../../gql/graphql.ts';
import type { Tone } from '../../ui/badge.tsx';
import { Badge } from '../../ui/badge.tsx';
import { DataTable } from '../../ui/data-table.tsx';
import { Disclosure } from '../../ui/disclosure.tsx';
import { formatCount, formatDay, plural } from '../../ui/format.ts';

type Asset = AssetsQuery['assets']['nodes'][number];

const SEVERITIES: Record<FindingSeverity, { word: string; tone: Tone }> = {
  INFO: { word: 'info', tone: 'neutral' },
  WARNING: { word: 'warning', tone: 'warning' },
  CRITICAL: { word: 'critical', tone: 'bad' },
};

function Findings({ asset }: { asset: Asset }) {
  if (asset.findings.length === 0) return <span className="text-muted">none</span>;
  return (
    <Disclosure summary={<span className="text-ink">{plural(asset.findings.length, 'finding')}</span>}>
      <ul className="grid gap-2">
        {asset.findings.map((finding) => (
          <li key={finding.code} className="grid max-w-[44ch] justify-items-start gap-0.5 text-sm">
            <Badge tone={SEVERITIES[finding.severity].tone}>{SEVERITIES[finding.severity].word}</Badge>
            <span className="font-medium">{finding.title}</span>
            <span className="text-muted">{finding.detail}</span>
          </li>
        ))}
      </ul>
    </Disclosure>
  );
}

/** The name, leading to where the thing itself is shown; of what is gone only the name is left. */
function AssetName({ asset: { name, kind, connection, object } }: { asset: Asset }) {
  const to = !connection
    ? null
    : kind === 'CONNECTION'
      ? `/connections/${connection.id}`
      : object
        ? `/connections/${connection.id}/objects/${object.id}`
        : null;
  return (
    <span dir="auto" className="font-medium break-words">
      {to ? (
        <Link to={to} className="hover:underline">
          {name}
        </Link>
      ) : (
        name
      )}
    </span>
  );
}

/** The catalogue's rows. */
export function AssetTable({ assets }: { assets: readonly Asset[] }) {
  return (
    <DataTable
      label="Assets"
      rows={assets}
      rowKey={(asset) => asset.id}
      columns={[
        {
          name: 'Name',
          cell: (asset) => (
            <span className="flex items-center gap-2.5">
              {asset.kind === 'CONNECTION' ? (
                <Cable aria-hidden size={16} className="text-accent" />
              ) : (
                <Table2 aria-hidden size={16} className="text-muted" />
              )}
              <AssetName asset={asset} />
              {asset.removedAt ? <Badge tone="warning">gone since {formatDay(asset.removedAt)}</Badge> : null}
            </span>
          ),
        },
        { name: 'Kind', cell: (asset) => (asset.kind === 'CONNECTION' ? 'Connection' : 'Data object') },
        {
          name: 'Connection',
          cell: (asset) =>
            asset.connection ? (
              <Link to={`/connections/${asset.connection.id}`} className="link">
                {asset.connection.name}
              </Link>
            ) : (
              '–'
            ),
        },
        { name: 'Records', numeric: true, cell: (asset) => (asset.recordCount === null ? '–' : formatCount(asset.recordCount)) },
        { name: 'Owner', cell: (asset) => asset.owner?.displayName ?? <span className="text-muted">nobody</span> },
        { name: 'Last seen', cell: (asset) => formatDay(asset.lastSeenAt) },
        { name: 'Findings', cell: (asset) => <Findings asset={asset} /> },
      ]}
    />
  );
}
