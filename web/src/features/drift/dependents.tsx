import type { DriftFieldsFragment } from '../../gql/graphql.ts';
import { Badge } from '../../ui/badge.tsx';
import { Panel } from '../../ui/page.tsx';
import { DEPENDENTS } from './words.ts';

/** What goes by the fields that changed. */
export function Dependents({ dependents }: { dependents: DriftFieldsFragment['dependents'] }) {
  if (dependents.length === 0) return <p className="text-muted">Nothing goes by it: no key, no attribute, no metric.</p>;
  return (
    <Panel title="What goes by it">
      <ul className="flex flex-wrap gap-2" data-dependents>
        {dependents.map((each) => (
          <li key={`${each.kind} ${each.name}`} className="inline-flex min-h-8 items-center gap-2 rounded-md border border-line px-2.5">
            <Badge tone={each.kind === 'KEY' ? 'bad' : 'neutral'}>{DEPENDENTS[each.kind]}</Badge>
            <span title={each.name}>{each.label}</span>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
