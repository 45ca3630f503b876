import { Boxes, Table2, Workflow } from 'lucide-react';
import { EntityTypesDocument } from '../../gql/graphql.ts';
import { useGraph } from '../../graph/use-graph.ts';
import { useSearchState } from '../../graph/use-search-state.ts';
import { ButtonLink } from '../../ui/button.tsx';
import { plural } from '../../ui/format.ts';
import { Segments } from '../../ui/segments.tsx';
import { Empty, Loading, ProblemNote } from '../../ui/states.tsx';
import { UnifyFrame } from '../unify/unify-frame.tsx';
import { ChosenType } from './chosen-type.tsx';
import { ModelGraph } from './model-graph.tsx';
import { TypesTable } from './types-table.tsx';

/** DCL: the tenant's model, drawn and as a table, and what waits to be mapped into it. Which of both, and which type is chosen, is in the address. */
export default function OntologyPage() {
  const [{ as, type }, set] = useSearchState(['as', 'type']);
  const [ontology, refresh] = useGraph(EntityTypesDocument, {});
  const data = ontology.state === 'ready' ? ontology.data : null;
  const entities = data?.entityTypes.nodes ?? [];
  const waiting = data?.mappingProposals.nodes.filter((each) => each.status === 'PROPOSED') ?? [];
  const chosen = entities.find(({ name }) => name === type) ?? null;
  return (
    <UnifyFrame title="Unify" guide="ontology" intro="Your data as the business speaks of it: one typed model over every source.">
      {ontology.state === 'loading' ? <Loading label="Loading the ontology" /> : null}
      {ontology.state === 'failed' ? <ProblemNote problem={ontology.problem} onRetry={refresh} /> : null}
      {waiting.map((proposal) => (
        <section
          key={proposal.id}
          className="flex flex-wrap items-center justify-between gap-3 rounded-lg border border-accent bg-accent-soft p-4"
          aria-label={`To review: ${proposal.connection.name}`}
        >
          <p>
            <span className="font-semibold">{proposal.connection.name}</span> has a mapping to review:{' '}
            {plural(proposal.tables.length, 'table')}.
          </p>
          <ButtonLink look="primary" to={`/connections/${proposal.connection.id}/mapping`}>
            Review
          </ButtonLink>
        </section>
      ))}
      {entities.length > 0 ? (
        <>
          <div className="-mb-2">
            <Segments
              label="How the model is shown"
              value={as === 'table' ? 'table' : ''}
              options={[
                { value: '', label: 'Graph', icon: Workflow },
                { value: 'table', label: 'Table', icon: Table2 },
              ]}
              onChange={(next) => set({ as: next })}
            />
          </div>
          {as === 'table' ? (
            <TypesTable entities={entities} />
          ) : (
            <div className={chosen ? 'grid items-start gap-4 xl:grid-cols-[minmax(0,1fr)_340px]' : 'grid'}>
              <ModelGraph entities={entities} chosen={chosen?.name ?? null} onChoose={(name) => set({ type: name === type ? '' : name })} />
              {chosen ? <ChosenType entity={chosen} entities={entities} /> : null}
            </div>
          )}
        </>
      ) : null}
      {data && entities.length === 0 ? (
        <Empty
          icon={Boxes}
          title="Nothing is unified yet"
          actions={
            waiting.length === 0 ? (
              <ButtonLink look="primary" to="/connections/new">
                Connect data
              </ButtonLink>
            ) : null
          }
        >
          {waiting.length > 0
            ? 'Review the proposal above and accept it: its tables become entity types with attributes and relations.'
            : 'Connect data; its tables are then proposed as accounts, deals, products or types of your own.'}
        </Empty>
      ) : null}
    </UnifyFrame>
  );
}
