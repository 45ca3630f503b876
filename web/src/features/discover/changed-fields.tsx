import type { ChangedFieldFragment } from '../../gql/graphql.ts';
import { valueWords } from './words.ts';

/** What is not as it was, each as it was and is. */
export function ChangedFields({ changes }: { changes: readonly ChangedFieldFragment[] }) {
  return (
    <ul className="grid gap-0.5 text-sm">
      {changes.map(({ field, before, after }) => (
        <li key={`${field}${before ?? ''}${after ?? ''}`} className="flex flex-wrap gap-x-2">
          <span className="text-muted">{field === 'systemOfRecord' ? 'system of record' : field}</span>
          {field === 'reasons' ? (
            <span>{before === null ? `now: ${valueWords(field, after)}` : `no longer: ${valueWords(field, before)}`}</span>
          ) : (
            <span>
              {valueWords(field, before)} <span aria-hidden>→</span>
              <span className="sr-only"> is now </span> {valueWords(field, after)}
            </span>
          )}
        </li>
      ))}
    </ul>
  );
}
