import { ArrowRight } from 'lucide-react';
import { Link } from 'react-router';
import { plainText } from '../../ui/plain-text.ts';
import type { GoldenRecord } from './golden-values.tsx';

/** What the record leads to, as its sources wrote it. */
export function RecordRelations({ record }: { record: GoldenRecord }) {
  const { relations } = record.entityType;
  const told = relations
    .map((relation) => ({ relation, value: plainText(record.values[relation.name]) }))
    .filter(({ value }) => value !== '');
  if (told.length === 0) return null;
  return (
    <section className="grid gap-3">
      <h2 className="text-md font-semibold">Leads to</h2>
      <ul className="panel divide-y divide-line" aria-label="Relations">
        {told.map(({ relation, value }) => (
          <li key={relation.name} className="flex flex-wrap items-center gap-2 px-4 py-2.5">
            <span className="text-muted">{relation.label}</span> <ArrowRight aria-hidden size={14} className="text-muted" />
            <span className="font-medium">{value}</span>
            <Link to={`/ontology/${encodeURIComponent(relation.to.name)}`} className="text-sm link">
              {relation.to.label}
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}
