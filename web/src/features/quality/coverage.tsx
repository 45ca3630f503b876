import { Link } from 'react-router';
import type { QualityOverviewQuery } from '../../gql/graphql.ts';
import { Button } from '../../ui/button.tsx';
import { ConfidenceMark } from '../../ui/confidence-mark.tsx';
import { downloadCsv } from '../../ui/csv.ts';
import { DataTable } from '../../ui/data-table.tsx';
import { formatCount, formatMoment } from '../../ui/format.ts';

export type QualityType = QualityOverviewQuery['entityTypes']['nodes'][number];

/** Every entity type with how good its records are and why. */
export function Coverage({ types }: { types: readonly QualityType[] }) {
  const rows = types.toSorted((a, b) => (a.quality?.score ?? 2) - (b.quality?.score ?? 2));
  return (
    <div className="grid gap-3">
      <DataTable
        label="Quality by entity type"
        rows={rows}
        rowKey={({ name }) => name}
        columns={[
          {
            name: 'Entity type',
            cell: (type) => (
              <Link
                to={`/ontology/quality?part=tests&type=${encodeURIComponent(type.name)}`}
                data-quality={type.name}
                className="font-medium link"
              >
                {type.pluralLabel}
              </Link>
            ),
          },
          {
            name: 'Quality',
            cell: ({ quality }) =>
              quality ? <ConfidenceMark score={quality.score} /> : <span className="text-muted">not looked at yet</span>,
          },
          { name: 'Failing', numeric: true, cell: ({ quality }) => (quality ? formatCount(quality.failing) : '–') },
          {
            name: 'Why',
            cell: ({ quality }) =>
              quality && quality.reasons.length > 0 ? (
                <ul className="grid max-w-[60ch] list-disc gap-0.5 pl-4 text-sm">
                  {quality.reasons.slice(0, 4).map((reason) => (
                    <li key={reason}>{reason}</li>
                  ))}
                </ul>
              ) : (
                <span className="text-muted">{quality ? 'nothing speaks against it' : '–'}</span>
              ),
          },
          {
            name: 'Since',
            cell: ({ quality }) => (quality ? <span className="whitespace-nowrap">{formatMoment(quality.changedAt)}</span> : '–'),
          },
        ]}
      />
      <Button
        className="justify-self-start"
        onClick={() =>
          downloadCsv(
            'quality',
            ['entity type', 'records', 'quality', 'failing tests', 'why'],
            rows.map(({ name, recordCount, quality }) => [
              name,
              recordCount,
              quality?.score,
              quality?.failing,
              quality?.reasons.join('; '),
            ]),
          )
        }
      >
        Save as CSV
      </Button>
    </div>
  );
}
