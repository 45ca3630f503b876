import { PeopleDocument } from '../../gql/graphql.ts';
import { known } from '../../graph/known.ts';
import { useGraph } from '../../graph/use-graph.ts';

const MOST = 500;

/** People of the tenant as options to choose from, by name; the first says nobody. */
export function usePeople(nobody: string, pause = false): readonly { value: string; label: string; hint?: string }[] {
  const [result] = useGraph(PeopleDocument, { first: MOST }, { policy: 'cache-first', pause });
  const people = known(result)?.tenant.members.nodes ?? [];
  return [{ value: '', label: nobody }, ...people.map(({ id, displayName, email }) => ({ value: id, label: displayName, hint: email }))];
}
