import { Link } from 'react-router';
import type { AnswerFieldsFragment } from '../../gql/graphql.ts';

/** Where the numbers come from: source, table, columns, and what they are in the ontology. */
export function Sources({ lineage }: { lineage: AnswerFieldsFragment['lineage'] }) {
  if (lineage.length === 0) return <p className="text-sm text-muted">This answer reads no source.</p>;
  return (
    <ul className="grid gap-3 text-sm" aria-label="Sources">
      {lineage.map((entry) => (
        <li key={`${entry.object.id} ${entry.entity}`} data-lineage={entry.object.name}>
          <p>
            <Link to={`/connections/${entry.connection.id}`} className="font-medium link">
              {entry.connection.name}
            </Link>{' '}
            <span aria-hidden className="text-muted">
              ›
            </span>{' '}
            <span className="font-medium">{entry.object.name}</span> <span className="text-muted">as</span>{' '}
            <Link to={`/ontology/${encodeURIComponent(entry.entity)}`} className="link">
              {entry.entity}
            </Link>
          </p>
          {entry.columns.length > 0 ? <p className="font-mono text-xs text-muted">{entry.columns.join(', ')}</p> : null}
        </li>
      ))}
    </ul>
  );
}
