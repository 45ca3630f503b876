import type { ScoreFieldsFragment } from '../../gql/graphql.ts';
import { Disclosure } from '../../ui/disclosure.tsx';
import { Panel } from '../../ui/page.tsx';
import { ScoreBar } from '../discover/score-bar.tsx';
import type { Asset } from './asset.ts';

const SCORES = [
  { name: 'risk', label: 'Risk', hint: 'What may go wrong with it' },
  { name: 'cost', label: 'Cost', hint: 'What it costs, and how much of that is wasted' },
  { name: 'criticality', label: 'Criticality', hint: 'How much depends on it' },
  { name: 'systemOfRecord', label: 'System of record', hint: 'How likely the truth about something is kept here' },
] as const;

/** What an application risks, costs and matters, each with what it is made of. */
export function ScorePanel({ scores }: { scores: NonNullable<Asset['scores']> }) {
  return (
    <Panel title="Scores">
      <ul className="grid gap-4">
        {SCORES.map(({ name, label, hint }) => (
          <li key={name} className="grid gap-1" data-score={name}>
            <div className="flex flex-wrap items-baseline justify-between gap-x-3">
              <span className="font-medium">{label}</span>
              <span className="text-sm text-muted">{hint}</span>
            </div>
            <ScoreBar label={label} value={scores[name].value} wide />
            <Factors factors={scores[name].factors} />
          </li>
        ))}
      </ul>
    </Panel>
  );
}

function Factors({ factors }: { factors: ScoreFieldsFragment['factors'] }) {
  if (factors.length === 0) return <p className="text-sm text-muted">Nothing speaks for more.</p>;
  return (
    <Disclosure summary={`Made of ${factors.length === 1 ? 'one factor' : `${factors.length} factors`}`}>
      <ul className="grid gap-1 text-sm">
        {factors.map(({ code, points, says }, index) => (
          <li key={`${code}${index}`} className="flex gap-3">
            <span className="w-12 shrink-0 text-right font-medium">
              {points > 0 ? `+${Math.round(points)}` : `−${Math.round(-points)}`}
            </span>
            <span dir="auto">{says}</span>
          </li>
        ))}
      </ul>
    </Disclosure>
  );
}
