import { ArrowRight } from 'lucide-react';
import { Link } from 'react-router';
import type { EntityTypesQuery } from '../../gql/graphql.ts';
import { Badge } from '../../ui/badge.tsx';
import { ButtonLink } from '../../ui/button.tsx';
import { formatCount, plural } from '../../ui/format.ts';
import { Panel } from '../../ui/page.tsx';
import { ORIGINS } from './origins.ts';

type Entity = EntityTypesQuery['entityTypes']['nodes'][number];

const MOST_NAMES = 12;

/** What the chosen entity type is, and where it leads. */
export function ChosenType({ entity, entities }: { entity: Entity; entities: readonly Entity[] }) {
  const { word, tone } = ORIGINS[entity.origin];
  const incoming = entities.flatMap((each) =>
    each.relations.filter((relation) => relation.to.name === entity.name).map((relation) => ({ from: each, label: relation.label })),
  );
  return (
    <Panel
      label={`Chosen: ${entity.pluralLabel}`}
      title={entity.pluralLabel}
      aside={<Badge tone={tone}>{word}</Badge>}
      className="grid content-start gap-4"
    >
      <p>
        <span className="text-xl font-semibold tracking-tight">{formatCount(entity.recordCount)}</span>{' '}
        <span className="text-muted">{entity.recordCount === 1 ? 'record' : 'records'}</span>
      </p>
      {entity.description ? <p className="text-muted">{entity.description}</p> : null}
      {entity.relations.length + incoming.length > 0 ? (
        <ul className="grid gap-1.5 text-sm" aria-label="Relations">
          {entity.relations.map((relation) => (
            <li key={relation.name} className="flex flex-wrap items-center gap-1.5">
              {relation.label} <ArrowRight aria-label="leads to" size={14} className="text-muted" />
              <Link to={`/ontology?type=${encodeURIComponent(relation.to.name)}`} className="link">
                {relation.to.label}
              </Link>
            </li>
          ))}
          {incoming.map(({ from, label }) => (
            <li key={`${from.name} ${label}`} className="flex flex-wrap items-center gap-1.5">
              <Link to={`/ontology?type=${encodeURIComponent(from.name)}`} className="link">
                {from.label}
              </Link>{' '}
              <span className="text-muted">leads here by</span> {label}
            </li>
          ))}
        </ul>
      ) : null}
      <p className="text-sm text-muted">
        {plural(entity.attributes.length, 'attribute')}:{' '}
        {entity.attributes
          .slice(0, MOST_NAMES)
          .map(({ name }) => name)
          .join(', ')}
        {entity.attributes.length > MOST_NAMES ? ' …' : ''}
      </p>
      <p className="text-sm text-muted">From {entity.connections.map(({ name }) => name).join(', ')}</p>
      <ButtonLink to={`/ontology/${encodeURIComponent(entity.name)}`} className="justify-self-start" data-open-type={entity.name}>
        Open {entity.pluralLabel}
      </ButtonLink>
    </Panel>
  );
}
