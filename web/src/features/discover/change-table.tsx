import { Link } from 'react-router';
import type { ScanDifferenceQuery } from '../../gql/graphql.ts';
import { Badge } from '../../ui/badge.tsx';
import { DataTable } from '../../ui/data-table.tsx';
import { CHANGES } from '../scans/looks.ts';
import { ChangedFields } from './changed-fields.tsx';

type Change = ScanDifferenceQuery['scanDiff']['changes']['nodes'][number];

/** What became of applications from one look to another. */
export function ChangeTable({ label, changes }: { label: string; changes: readonly Change[] }) {
  return (
    <DataTable
      label={label}
      rows={changes}
      rowKey={({ key }) => key}
      columns={[
        {
          name: 'Application',
          sort: ({ key }) => key,
          cell: ({ key, asset }) =>
            asset ? (
              <Link to={`/assets/${asset.id}`} className="font-medium break-all link" data-changed={key}>
                {key}
              </Link>
            ) : (
              <span className="font-medium break-all" data-changed={key}>
                {key}
              </span>
            ),
        },
        { name: 'Is', sort: ({ kind }) => kind, cell: ({ kind }) => <Badge tone={CHANGES[kind].tone}>{CHANGES[kind].word}</Badge> },
        { name: 'What differs', cell: (change) => (change.changes.length === 0 ? '–' : <ChangedFields changes={change.changes} />) },
      ]}
    />
  );
}
