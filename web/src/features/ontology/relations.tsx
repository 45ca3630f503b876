import { Link } from 'react-router';
import type { EntityTypeDetailQuery } from '../../gql/graphql.ts';
import { Disclosure } from '../../ui/disclosure.tsx';
import { formatCount, formatPercent, plural } from '../../ui/format.ts';
import { Panel } from '../../ui/page.tsx';

type Entity = NonNullable<EntityTypeDetailQuery['entityType']>;

/** What the entity leads to, how many references resolved, and which resolved only nearly. */
export function Relations({ entity }: { entity: Entity }) {
  if (entity.relations.length === 0) return null;
  return (
    <section className="grid gap-3">
      <h2 className="text-md font-semibold">Relations</h2>
      <div className="grid gap-4 md:grid-cols-2 xl:grid-cols-3">
        {entity.relations.map((relation) => {
          // Those that resolved only nearly are among the resolved.
          const exact = relation.resolvedCount - relation.nearCount;
          const total = relation.resolvedCount + relation.unresolvedCount;
          const share = (count: number) => `${total === 0 ? 0 : (count / total) * 100}%`;
          return (
            <Panel key={relation.name} label={relation.label} className="grid content-start gap-3">
              <p>
                <span className="font-medium">{relation.label}</span>{' '}
                <span aria-hidden className="text-muted">
                  →
                </span>{' '}
                <Link to={`/ontology/${encodeURIComponent(relation.to.name)}`} className="link">
                  {relation.to.label}
                </Link>
              </p>
              <span aria-hidden className="flex h-2 gap-0.5 overflow-hidden rounded-full bg-raised">
                <span className="bg-high" style={{ width: share(exact) }} />
                <span className="bg-medium" style={{ width: share(relation.nearCount) }} />
                <span className="bg-low" style={{ width: share(relation.unresolvedCount) }} />
              </span>
              <p className="text-sm text-muted">
                {formatCount(exact)} exactly · {formatCount(relation.nearCount)} nearly · {formatCount(relation.unresolvedCount)} not found
              </p>
              {relation.nearMatches.length > 0 ? (
                <Disclosure summary="What was nearly equal">
                  <ul className="grid gap-2 text-sm">
                    {relation.nearMatches.map((match) => (
                      <li key={`${match.value} ${match.matched}`}>
                        <span className="font-medium">{match.value}</span> taken as <span className="font-medium">{match.matched}</span>
                        <span className="block text-muted">
                          {formatPercent(match.similarity, 0)} alike, {plural(match.records, 'record')}. {match.evidence}
                        </span>
                      </li>
                    ))}
                  </ul>
                </Disclosure>
              ) : null}
            </Panel>
          );
        })}
      </div>
    </section>
  );
}
