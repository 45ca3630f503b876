import { Link } from 'react-router';
import { Badge } from '../../ui/badge.tsx';
import { DataTable } from '../../ui/data-table.tsx';
import { formatCount } from '../../ui/format.ts';
import { Quarantine } from '../connect/quarantine.tsx';
import type { Connection } from './use-connection.ts';

type SourceObject = Connection['objects']['nodes'][number];

/** What the connection holds: tables that were read, files that were not and why. Each leads to its columns. */
export function Objects({ connectionId, objects }: { connectionId: string; objects: readonly SourceObject[] }) {
  if (objects.length === 0) return null;
  return (
    <section className="grid gap-3">
      <h2 className="text-md font-semibold">Tables and files</h2>
      <DataTable
        label="Tables and files"
        rows={objects}
        rowKey={(object) => object.id}
        columns={[
          {
            name: 'Name',
            cell: (object) => (
              <span className="grid" data-object={object.name}>
                <Link to={`/connections/${connectionId}/objects/${object.id}`} className="font-medium hover:underline">
                  {object.name}
                </Link>
                <span className="font-mono text-xs text-muted">{object.path}</span>
              </span>
            ),
          },
          {
            name: 'State',
            cell: (object) =>
              object.status === 'READY' ? (
                <Badge tone="good">read</Badge>
              ) : (
                <span className="grid justify-items-start gap-1">
                  <Badge>left out</Badge>
                  <span className="max-w-[48ch] text-sm text-muted">{object.statusReason}</span>
                </span>
              ),
          },
          { name: 'Rows', numeric: true, cell: (object) => formatCount(object.rowCount) },
          {
            name: 'Set aside',
            cell: (object) =>
              object.quarantinedCount > 0 ? (
                <Quarantine objectId={object.id} count={object.quarantinedCount} />
              ) : (
                <span className="text-muted">none</span>
              ),
          },
        ]}
      />
    </section>
  );
}
