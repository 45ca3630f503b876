import { Link } from 'react-router';
import { askPath } from '../../../app/navigation.ts';
import type { GalaxyFieldsFragment } from '../../../gql/graphql.ts';
import { ConfidenceMark } from '../../../ui/confidence-mark.tsx';
import { formatPercent } from '../../../ui/format.ts';
import { TrendMark } from '../../../ui/trend-mark.tsx';
import { DOMAIN_WORDS, ORBIT_WORDS, RELATIONS } from './words.ts';

/** The table behind the galaxy: all that it shows, in words. */
export function GalaxyTable({ galaxy, extra }: { galaxy: GalaxyFieldsFragment; extra: Record<string, string> }) {
  const head = 'px-3 py-2 text-left text-sm font-medium text-muted whitespace-nowrap';
  const cell = 'px-3 py-2 align-top';
  return (
    <div className="scroll-thin overflow-x-auto" tabIndex={0} role="region" aria-label="Related metrics">
      <table className="w-full border-collapse text-base" data-galaxy-table>
        <thead className="border-b border-line">
          <tr>
            {['Metric', 'Value', 'Trend', 'Confidence', 'Orbit', 'Relation', 'Quality'].map((name) => (
              <th key={name} scope="col" className={head}>
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {galaxy.nodes.map((node) => {
            const edge = galaxy.edges.find((each) => each.from === node.id || each.to === node.id);
            return (
              <tr key={node.id} className="border-b border-line last:border-0">
                <th scope="row" className={`${cell} text-left font-medium`}>
                  <span className="flex items-center gap-2">
                    <span
                      aria-hidden
                      className="size-2.5 shrink-0 rounded-full"
                      style={{ background: `var(--${node.domain.toLowerCase()})` }}
                    />
                    {node.orbit === 'CENTRE' ? (
                      node.label
                    ) : (
                      <Link to={askPath(node.question, extra)} className="link">
                        {node.label}
                      </Link>
                    )}
                  </span>
                  <span className="ml-4.5 block text-xs font-normal text-muted">{DOMAIN_WORDS[node.domain]}</span>
                </th>
                <td className={`${cell} font-medium whitespace-nowrap`}>{node.formattedValue ?? '–'}</td>
                <td className={cell}>{node.trend ? <TrendMark trend={node.trend} /> : '–'}</td>
                <td className={cell}>
                  <ConfidenceMark score={node.confidence.score} tier={node.confidence.tier} />
                </td>
                <td className={`${cell} whitespace-nowrap`}>{ORBIT_WORDS[node.orbit]}</td>
                <td className={`${cell} min-w-48 text-sm text-muted`}>
                  {edge && node.orbit !== 'CENTRE' ? `${RELATIONS[edge.relation].word} – ${edge.explanation}` : '–'}
                </td>
                <td className={cell}>{formatPercent(node.quality, 0)}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
