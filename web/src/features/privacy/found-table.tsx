import type { ErasureFieldsFragment } from '../../gql/graphql.ts';
import { DataTable } from '../../ui/data-table.tsx';
import { formatCount, plural } from '../../ui/format.ts';

type Found = NonNullable<ErasureFieldsFragment['found']>;

/** What was found of a person, place by place. */
export function FoundTable({ found, done }: { found: Found; done: boolean }) {
  const rows = found.reduce((sum, each) => sum + each.rows, 0);
  if (rows === 0) return <p className="panel p-5">Nothing was found. Look for spellings, other addresses or a number.</p>;
  const byName = found.reduce((sum, each) => sum + each.rowsByNameOnly, 0);
  return (
    <div className="grid gap-3">
      <p>
        The person {done ? 'occurred' : 'occurs'} in <strong className="font-semibold">{plural(rows, 'row')}</strong>.
        {byName > 0 ? ` In ${plural(byName, 'of them')} only the name fits: those may be about a namesake.` : ''}
      </p>
      <DataTable
        label="What was found"
        rows={found}
        rowKey={({ kind, title, part }) => `${kind} ${title} ${part ?? ''}`}
        columns={[
          {
            name: 'Where',
            cell: ({ title, part, changeable }) => (
              <>
                <span className="font-medium first-letter:uppercase inline-block">{title}</span>
                {part ? <span className="block text-sm text-muted">{part}</span> : null}
                {changeable ? null : <span className="block text-sm text-muted">The database lets nobody change it.</span>}
              </>
            ),
          },
          { name: 'Rows', numeric: true, cell: (each) => formatCount(each.rows) },
          { name: 'Only by name', numeric: true, cell: ({ rowsByNameOnly }) => formatCount(rowsByNameOnly) },
        ]}
      />
    </div>
  );
}
