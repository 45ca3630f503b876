import type { ScanDetailQuery } from '../../gql/graphql.ts';
import { Badge } from '../../ui/badge.tsx';
import { DataTable } from '../../ui/data-table.tsx';
import { formatBytes, formatCount } from '../../ui/format.ts';

type File = NonNullable<ScanDetailQuery['scan']>['files'][number];

interface Row {
  file: File;
  list: File['lists'][number] | null;
}

/** The files a scan went by and, list by list, what became of their records: all that was read is taken, kept or refused. */
export function ScanFiles({ files }: { files: readonly File[] }) {
  const rows = files.flatMap((file): Row[] =>
    file.lists.length === 0 ? [{ file, list: null }] : file.lists.map((list) => ({ file, list })),
  );
  return (
    <DataTable
      label="Files"
      rows={rows}
      rowKey={({ file, list }) => `${file.feed.id} ${file.name} ${list?.list ?? ''}`}
      empty="No file has been read yet."
      columns={[
        {
          name: 'File',
          sort: ({ file }) => file.name,
          cell: ({ file }) => (
            <span className="grid justify-items-start gap-0.5" title={`SHA-256 ${file.checksum}`}>
              <span dir="auto" className="font-medium break-all">
                {file.name}
              </span>
              <span className="text-sm text-muted">
                {file.feed.name} · {formatBytes(file.bytes)}
                {file.format === null ? '' : ` · ${file.format.toLowerCase().replaceAll('_', ' ')}`}
              </span>
              {file.whole ? null : <Badge tone="warning">breaks off</Badge>}
              {file.readAgain ? null : <Badge>known from before</Badge>}
            </span>
          ),
        },
        { name: 'List', cell: ({ list }) => (list === null ? '–' : <span className="font-mono text-xs">{list.list}</span>) },
        { name: 'Read', numeric: true, sort: ({ list }) => list?.read, cell: ({ list }) => (list ? formatCount(list.read) : '–') },
        { name: 'Taken', numeric: true, sort: ({ list }) => list?.taken, cell: ({ list }) => (list ? formatCount(list.taken) : '–') },
        { name: 'Kept', numeric: true, sort: ({ list }) => list?.kept, cell: ({ list }) => (list ? formatCount(list.kept) : '–') },
        {
          name: 'Refused',
          numeric: true,
          sort: ({ list }) => list?.refused,
          cell: ({ list }) => (list ? <span className={list.refused > 0 ? 'text-low' : undefined}>{formatCount(list.refused)}</span> : '–'),
        },
      ]}
    />
  );
}
