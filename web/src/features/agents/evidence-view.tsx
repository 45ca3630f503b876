import { ArrowRight } from 'lucide-react';
import { Link } from 'react-router';
import { factsOf, placesOf } from './evidence.ts';
import type { Fact } from './evidence.ts';

function Table({ fact }: { fact: Extract<Fact, { kind: 'table' }> }) {
  return (
    <div className="scroll-thin col-span-full overflow-x-auto" tabIndex={0} role="region" aria-label={fact.label}>
      <table className="w-full border-collapse text-sm">
        <caption className="pb-1.5 text-left text-xs text-muted">{fact.label}</caption>
        <thead>
          <tr className="border-b border-line">
            {fact.columns.map((column) => (
              <th key={column} scope="col" className="py-1.5 pr-4 text-left font-medium text-muted">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {fact.rows.map((row, index) => (
            <tr key={index} className="border-b border-line last:border-0">
              {row.map((cell, place) => (
                <td key={place} dir="auto" className="py-1.5 pr-4 align-top break-words">
                  {cell}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** What an agent bases its request on, in words, with the ways to look closer. */
export function EvidenceView({ evidence }: { evidence: Readonly<Record<string, unknown>> }) {
  const facts = factsOf(evidence);
  const places = placesOf(evidence);
  return (
    <div className="grid gap-4" data-evidence={facts.length}>
      {facts.length > 0 ? (
        <dl className="grid grid-cols-2 gap-x-6 gap-y-3 sm:grid-cols-[repeat(auto-fill,minmax(140px,1fr))]">
          {facts.map((fact) =>
            fact.kind === 'table' ? (
              <Table key={fact.label} fact={fact} />
            ) : (
              <div key={fact.label} className={fact.kind === 'list' || fact.value.length > 40 ? 'col-span-full' : undefined}>
                <dt className="text-xs text-muted">{fact.label}</dt>
                <dd dir="auto" className={fact.kind === 'value' && fact.value.length <= 40 ? 'text-md font-semibold' : 'break-words'}>
                  {fact.kind === 'value' ? fact.value : fact.items.join(', ')}
                </dd>
              </div>
            ),
          )}
        </dl>
      ) : null}
      {places.length > 0 ? (
        <p className="flex flex-wrap gap-x-5 gap-y-1">
          {places.map(({ to, label }) => (
            <Link key={to} to={to} className="inline-flex items-center gap-1.5 link">
              {label} <ArrowRight aria-hidden size={14} />
            </Link>
          ))}
        </p>
      ) : null}
    </div>
  );
}
