import { Boxes } from 'lucide-react';
import { Link } from 'react-router';
import { EntityTypesDocument } from '../../gql/graphql.ts';
import type { EntityTypesQuery, MappingStatus } from '../../gql/graphql.ts';
import { useGraph } from '../../graph/use-graph.ts';
import type { Tone } from '../../ui/badge.tsx';
import { Badge } from '../../ui/badge.tsx';
import { ButtonLink } from '../../ui/button.tsx';
import { DataTable } from '../../ui/data-table.tsx';
import { formatCount, formatDay, plural } from '../../ui/format.ts';
import { Page } from '../../ui/page.tsx';
import { Empty, Loading, ProblemNote } from '../../ui/states.tsx';

export const MAPPING_STATUSES: Record<MappingStatus, { word: string; tone: Tone }> = {
  PROPOSED: { word: 'to review', tone: 'accent' },
  PUBLISHING: { word: 'publishing', tone: 'warning' },
  PUBLISHED: { word: 'published', tone: 'good' },
  FAILED: { word: 'failed', tone: 'bad' },
  SUPERSEDED: { word: 'superseded', tone: 'neutral' },
};

type Entity = EntityTypesQuery['entityTypes']['nodes'][number];

function EntityCard({ entity }: { entity: Entity }) {
  return (
    <li>
      <Link
        to={`/ontology/${encodeURIComponent(entity.name)}`}
        data-entity={entity.name}
        className="panel grid h-full content-start gap-3 p-5 transition-colors hover:border-control"
      >
        <span className="flex items-start justify-between gap-2">
          <span className="text-md font-semibold">{entity.pluralLabel}</span>
          <Badge tone={entity.origin === 'CANONICAL' ? 'accent' : 'neutral'}>
            {entity.origin === 'CANONICAL' ? 'canonical' : 'your own'}
          </Badge>
        </span>
        <span>
          <span className="text-xl font-semibold tracking-tight">{formatCount(entity.recordCount)}</span>{' '}
          <span className="text-muted">{entity.recordCount === 1 ? 'record' : 'records'}</span>
        </span>
        {entity.description ? <span className="text-sm text-muted">{entity.description}</span> : null}
        <span className="mt-auto text-sm text-muted">
          {plural(entity.attributes.length, 'attribute')}
          {entity.relations.length > 0 ? ` · leads to ${entity.relations.map((relation) => relation.to.label).join(', ')}` : ''}
        </span>
      </Link>
    </li>
  );
}

/** DCL: the tenant's ontology, and what waits to be mapped into it. */
export default function OntologyPage() {
  const [ontology, refresh] = useGraph(EntityTypesDocument, {});
  const data = ontology.state === 'ready' ? ontology.data : null;
  const waiting = data?.mappingProposals.nodes.filter((each) => each.status === 'PROPOSED') ?? [];
  return (
    <Page title="Unify" code="DCL" intro="Your data as the business speaks of it: one typed model over every source.">
      {ontology.state === 'loading' ? <Loading label="Loading the ontology" /> : null}
      {ontology.state === 'failed' ? <ProblemNote problem={ontology.problem} onRetry={refresh} /> : null}
      {waiting.map((proposal) => (
        <section
          key={proposal.id}
          className="flex flex-wrap items-center justify-between gap-3 rounded-lg border border-accent bg-accent-soft p-4"
          aria-label="To review"
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
      {data && data.entityTypes.nodes.length > 0 ? (
        <ul className="grid gap-4 sm:grid-cols-2 xl:grid-cols-3" aria-label="Entity types">
          {data.entityTypes.nodes.map((entity) => (
            <EntityCard key={entity.id} entity={entity} />
          ))}
        </ul>
      ) : null}
      {data && data.entityTypes.nodes.length === 0 ? (
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
      {data && data.mappingProposals.nodes.length > 0 ? (
        <section className="grid gap-3">
          <h2 className="text-md font-semibold">Mappings</h2>
          <DataTable
            label="Mappings"
            rows={data.mappingProposals.nodes}
            rowKey={(proposal) => proposal.id}
            columns={[
              {
                name: 'Connection',
                cell: (proposal) => (
                  <Link
                    to={`/connections/${proposal.connection.id}/mapping`}
                    className="font-medium text-accent underline underline-offset-3"
                  >
                    {proposal.connection.name}
                  </Link>
                ),
              },
              {
                name: 'State',
                cell: (proposal) => <Badge tone={MAPPING_STATUSES[proposal.status].tone}>{MAPPING_STATUSES[proposal.status].word}</Badge>,
              },
              { name: 'Tables', numeric: true, cell: (proposal) => formatCount(proposal.tables.length) },
              { name: 'Proposed', cell: (proposal) => formatDay(proposal.createdAt) },
            ]}
          />
        </section>
      ) : null}
    </Page>
  );
}
