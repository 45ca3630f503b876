import type { PostureFragment } from '../../gql/graphql.ts';
import { Badge } from '../../ui/badge.tsx';
import { DataTable } from '../../ui/data-table.tsx';
import { Choice } from '../../ui/field.tsx';
import { formatDay } from '../../ui/format.ts';
import { compareDays, signed } from './compare-days.ts';

interface DayComparisonProps {
  /** Oldest first, at least two. */
  days: readonly PostureFragment[];
  /** Days as they stand in the address; empty or unknown: the last one and the one before it. */
  from: string;
  to: string;
  onChange: (next: { from?: string; to?: string }) => void;
}

const number = (value: number | null): string => (value === null ? '–' : String(Number(value.toFixed(1))));

/** What is different between two days that scans were of. */
export function DayComparison({ days, from, to, onChange }: DayComparisonProps) {
  const after = days.find(({ day }) => day === to) ?? days.at(-1);
  const before = days.find(({ day }) => day === from) ?? days[Math.max(0, (after ? days.indexOf(after) : 0) - 1)];
  if (!before || !after) return null;
  const { rows, apart } = compareDays(before, after);
  const options = days
    .toReversed()
    .map(({ day, scan }) => ({ value: day, label: `${formatDay(day)}${scan ? `, scan ${scan.number}` : ''}` }));
  return (
    <section className="grid gap-3" aria-labelledby="posture-changes">
      <h2 id="posture-changes" className="text-md font-semibold">
        What changed
      </h2>
      <div className="flex flex-wrap gap-4">
        <Choice
          label="From"
          className="w-full sm:w-64"
          value={before.day}
          options={options}
          onChange={(event) => onChange({ from: event.target.value })}
        />
        <Choice
          label="To"
          className="w-full sm:w-64"
          value={after.day}
          options={options}
          onChange={(event) => onChange({ to: event.target.value })}
        />
      </div>
      {apart.length > 0 ? (
        <p className="text-muted">
          There was nothing to look at for {apart.join(', ')} on one of the days: the two scores are not made of the same.
        </p>
      ) : null}
      <DataTable
        label="What changed between the two days"
        rows={rows}
        rowKey={({ key }) => key}
        columns={[
          { name: 'What', cell: ({ key, label }) => <span data-difference={key}>{label}</span> },
          { name: 'Before', numeric: true, cell: (row) => number(row.before) },
          { name: 'After', numeric: true, cell: (row) => number(row.after) },
          {
            name: 'Change',
            numeric: true,
            cell: (row) => (row.before === null || row.after === null ? '–' : <Badge>{signed(row.after - row.before)}</Badge>),
          },
        ]}
      />
    </section>
  );
}
