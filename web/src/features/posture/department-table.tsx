import { Link } from 'react-router';
import type { PostureFragment } from '../../gql/graphql.ts';
import { DataTable } from '../../ui/data-table.tsx';
import { formatCount } from '../../ui/format.ts';
import { ScoreBar } from '../discover/score-bar.tsx';
import { CsvButton } from './csv-button.tsx';
import { COUNTS } from './words.ts';

const nameOf = ({ department }: PostureFragment): string => department ?? '–';

/** How departments stand by the last scan, the worst first. */
export function DepartmentTable({ departments }: { departments: readonly PostureFragment[] }) {
  return (
    <section className="grid gap-3" aria-labelledby="posture-departments">
      <div className="flex flex-wrap items-center justify-between gap-2">
        <h2 id="posture-departments" className="text-md font-semibold">
          Departments
        </h2>
        {departments.length > 0 ? <CsvButton what="Departments" name="posture-by-department" days={departments} /> : null}
      </div>
      <DataTable
        label="Departments"
        rows={departments}
        rowKey={nameOf}
        empty="No record says which department an application belongs to."
        columns={[
          {
            name: 'Department',
            sort: nameOf,
            cell: (row) => (
              <Link
                to={`/assets/posture?department=${encodeURIComponent(nameOf(row))}`}
                className="font-medium link"
                data-department={nameOf(row)}
              >
                {nameOf(row)}
              </Link>
            ),
          },
          { name: 'Posture', sort: ({ score }) => score, cell: (row) => <ScoreBar label={nameOf(row)} value={row.score} /> },
          ...COUNTS.map(({ name, label }) => ({
            name: label,
            numeric: true,
            sort: (row: PostureFragment) => row[name],
            cell: (row: PostureFragment) => formatCount(row[name]),
          })),
        ]}
      />
    </section>
  );
}
