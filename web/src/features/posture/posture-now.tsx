import { Link } from 'react-router';
import type { PostureFragment } from '../../gql/graphql.ts';
import { DataTable } from '../../ui/data-table.tsx';
import { formatCount, formatDay } from '../../ui/format.ts';
import { Stat } from '../../ui/stat.tsx';
import { ScoreBar } from '../discover/score-bar.tsx';
import { componentWords, COUNTS } from './words.ts';

/** How things stood on the last day: the score, what was counted, and what the score is made of. */
export function PostureNow({ day }: { day: PostureFragment }) {
  return (
    <>
      <dl className="grid grid-cols-2 gap-3 sm:grid-cols-4 xl:grid-cols-7" data-posture={day.score}>
        <Stat
          label="Posture"
          value={formatCount(day.score)}
          note={
            <>
              of 100, {formatDay(day.day)}
              {day.scan ? (
                <>
                  {', '}
                  <Link to={`/assets/scans/${day.scan.id}`} className="link">
                    scan {day.scan.number}
                  </Link>
                </>
              ) : null}
            </>
          }
          className="col-span-2 sm:col-span-1"
        />
        {COUNTS.map(({ name, label }) => (
          <Stat key={name} label={label} value={formatCount(day[name])} />
        ))}
      </dl>
      <DataTable
        label="What the posture is made of"
        rows={day.components}
        rowKey={({ code }) => code}
        empty="There was no application to look at."
        columns={[
          { name: 'Component', sort: ({ code }) => componentWords(code).word, cell: ({ code }) => componentWords(code).word },
          {
            name: 'Of 100',
            sort: ({ value }) => value,
            cell: ({ code, value }) => <ScoreBar label={componentWords(code).word} value={value} />,
          },
          { name: 'Looks at', numeric: true, sort: ({ of }) => of, cell: ({ of }) => formatCount(of) },
          { name: 'What it says', cell: ({ code }) => <span className="text-muted">{componentWords(code).says}</span> },
        ]}
      />
    </>
  );
}
