import { useState } from 'react';
import { AnswerWhyDocument } from '../../gql/graphql.ts';
import type { AnswerFieldsFragment, ContributionFieldsFragment } from '../../gql/graphql.ts';
import { useGraph } from '../../graph/use-graph.ts';
import { classes } from '../../ui/classes.ts';
import { formatPercent, formatShort } from '../../ui/format.ts';
import { Segments } from '../../ui/segments.tsx';
import { Loading, ProblemNote } from '../../ui/states.tsx';

const MOST_DIMENSIONS = 3;
const FORMULA = 'Formula';

/** What each group added to a change, as bars from one middle line. It is a table. */
function Contributions({
  rows,
  unit,
  caption,
}: {
  rows: readonly ContributionFieldsFragment[];
  unit: AnswerFieldsFragment['unit'];
  caption: string;
}) {
  const most = Math.max(...rows.map(({ change }) => Math.abs(change)), 0) || 1;
  return (
    <table className="w-full border-collapse text-sm" data-chart="contributions">
      <caption className="sr-only">{caption}</caption>
      <thead className="sr-only">
        <tr>
          <th scope="col">Group</th>
          <th scope="col">Before and after</th>
          <th scope="col">Added</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ label, before, after, change, share, formattedChange }) => (
          <tr key={label} data-contribution={label}>
            <th scope="row" className="w-full max-w-0 py-1.5 pr-3 text-left font-normal">
              <span className="block truncate pb-1 font-medium" title={label}>
                {label}
              </span>
              <span aria-hidden className="relative block h-1.5 rounded-full bg-raised">
                <span className="absolute inset-y-0 left-1/2 w-px bg-control" />
                <span
                  className={classes('absolute inset-y-0 rounded-full', change < 0 ? 'right-1/2 bg-operations' : 'left-1/2 bg-accent')}
                  style={{ width: `max(2px, ${(Math.abs(change) / most) * 50}%)` }}
                />
              </span>
            </th>
            <td className="py-1.5 pr-3 text-right align-top text-xs leading-5 whitespace-nowrap text-muted">
              {before === null ? 'none' : formatShort(before, unit)} → {after === null ? 'none' : formatShort(after, unit)}
            </td>
            <td className="py-1.5 text-right align-top whitespace-nowrap">
              <span className="block font-medium">{formattedChange ?? formatShort(change, unit)}</span>
              {share === null ? null : <span className="block text-xs text-muted">{formatPercent(share, 0)} of it</span>}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** Why a number moved: what each group, or each part of its formula, added to the change. */
export default function Why({ answer }: { answer: Pick<AnswerFieldsFragment, 'id' | 'unit'> }) {
  const [result, refresh] = useGraph(AnswerWhyDocument, { id: answer.id }, { policy: 'cache-first' });
  const [chosen, setChosen] = useState<string | null>(null);
  if (result.state === 'loading') return <Loading label="Working out why it moved" lines={4} />;
  if (result.state === 'failed') return <ProblemNote problem={result.problem} onRetry={refresh} />;
  const why = result.data.answer.__typename === 'Answer' ? result.data.answer.why : null;
  if (!why) return <p className="text-sm text-muted">There is no other period to compare it with.</p>;
  const parts = [
    ...why.splits.slice(0, MOST_DIMENSIONS).map(({ dimension, contributions }) => ({ name: dimension, rows: contributions })),
    ...(why.components.length > 0 ? [{ name: FORMULA, rows: why.components }] : []),
  ];
  const part = parts.find(({ name }) => name === chosen) ?? parts[0];
  return (
    <div className="grid gap-3" data-why={why.kind}>
      <p>{why.text}</p>
      <p className="text-sm text-muted">
        {why.period} beside {why.versus}
      </p>
      {parts.length > 1 && part ? (
        <div>
          <Segments
            label="Told apart by"
            value={part.name}
            options={parts.map(({ name }) => ({ value: name, label: name }))}
            onChange={setChosen}
          />
        </div>
      ) : null}
      {part ? <Contributions rows={part.rows} unit={answer.unit} caption={`What each ${part.name.toLowerCase()} added`} /> : null}
    </div>
  );
}
