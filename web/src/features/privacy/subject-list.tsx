import type { ErasureFieldsFragment } from '../../gql/graphql.ts';
import { IDENTIFIERS } from './words.ts';

/** By what a person is found, so that whoever knows them recognises them and nobody else does. */
export function SubjectList({ subject }: { subject: ErasureFieldsFragment['subject'] }) {
  return (
    <ul className="flex flex-wrap gap-1.5" aria-label="By what they are found">
      {subject.map(({ kind, shown, related }) => (
        <li key={`${kind} ${shown}`} className="rounded-md border border-line px-2 py-0.5 text-sm">
          <span className="text-muted">{IDENTIFIERS[kind].label}: </span>
          {shown}
          {related ? <span className="text-muted"> (found beside)</span> : null}
        </li>
      ))}
    </ul>
  );
}
