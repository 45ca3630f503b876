import { PlanesDocument } from '../../gql/graphql.ts';
import { known } from '../../graph/known.ts';
import { useGraph } from '../../graph/use-graph.ts';
import { useSearchState } from '../../graph/use-search-state.ts';
import { Badge } from '../../ui/badge.tsx';
import { Choice } from '../../ui/field.tsx';
import { Page, Panel } from '../../ui/page.tsx';
import { Loading, ProblemNote } from '../../ui/states.tsx';
import { BackLink } from '../connect/back-link.tsx';
import { PLANE_CAPABILITIES, PLANE_CATEGORIES } from './looks.ts';
import { PlaneForm } from './plane-form.tsx';
import { MOST_PLANES } from './planes.page.tsx';

/** A new plane: its kind is in the address, its form comes from the kind. */
export default function NewPlanePage() {
  const [result, refresh] = useGraph(PlanesDocument, { first: MOST_PLANES }, { policy: 'cache-first' });
  const [{ kind }, set] = useSearchState(['kind']);
  const catalogue = known(result)?.fabricPlaneCatalogue ?? [];
  const chosen = catalogue.find((each) => each.kind === kind) ?? catalogue[0];
  return (
    <>
      <BackLink to="/connections/planes" className="!max-w-[1040px]">
        Planes
      </BackLink>
      <Page title="Add a plane" intro="Connections can go through it as soon as it answers." className="!max-w-[1040px]">
        {result.state === 'loading' ? <Loading label="Loading the kinds of planes" /> : null}
        {result.state === 'failed' ? <ProblemNote problem={result.problem} onRetry={refresh} /> : null}
        {chosen ? (
          <>
            <Panel title="What it is">
              <div className="grid gap-3">
                <Choice
                  label="Kind"
                  className="max-w-md"
                  value={chosen.kind}
                  onChange={(event) => set({ kind: event.target.value })}
                  options={catalogue.map((each) => ({
                    value: each.kind,
                    label: `${each.label} – ${PLANE_CATEGORIES[each.category].label.toLowerCase()}`,
                  }))}
                />
                <p>{chosen.description}</p>
                <p className="flex flex-wrap gap-2">
                  {chosen.capabilities.map((each) => (
                    <Badge key={each}>{PLANE_CAPABILITIES[each]}</Badge>
                  ))}
                  <Badge tone={chosen.verified ? 'good' : 'warning'}>{chosen.verified ? 'verified' : 'not verified'}</Badge>
                </p>
                <p className="text-sm text-muted">It was run against {chosen.triedWith}.</p>
              </div>
            </Panel>
            <PlaneForm key={chosen.kind} description={chosen} plane={null} />
          </>
        ) : null}
      </Page>
    </>
  );
}
