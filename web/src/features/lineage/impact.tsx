import { Link } from 'react-router';
import type { LineageKind, LineageQuery } from '../../gql/graphql.ts';
import { askPath } from '../../app/navigation.ts';
import { Badge } from '../../ui/badge.tsx';
import { ButtonLink } from '../../ui/button.tsx';
import { plural } from '../../ui/format.ts';
import { Panel } from '../../ui/page.tsx';
import { LINEAGE_KINDS, lineagePath } from './kinds.ts';
import { reach } from './ways.ts';

type Node = LineageQuery['lineage']['nodes'][number];

/** The page of a thing; null when it has none. */
function pageOf(node: Node): string | null {
  if (node.kind === 'CONNECTION') return `/connections/${node.id}`;
  if (node.kind === 'OBJECT' && node.object) return `/connections/${node.object.connection.id}/objects/${node.object.id}`;
  if (node.kind === 'FIELD' && node.object) return `/connections/${node.object.connection.id}/objects/${node.object.id}`;
  if (node.kind === 'ATTRIBUTE' && node.entityType) return `/ontology/${encodeURIComponent(node.entityType.name)}`;
  if (node.kind === 'VALUE') return `/ontology/records/${node.id.slice(0, node.id.indexOf(':'))}`;
  return node.kind === 'METRIC' ? askPath(node.label) : null;
}

/** "3 columns, 1 table" of what was reached. */
function told(nodes: readonly Node[]): string {
  const counts = new Map<LineageKind, number>();
  for (const { kind } of nodes) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  return [...counts].map(([kind, count]) => plural(count, LINEAGE_KINDS[kind].word, LINEAGE_KINDS[kind].many)).join(', ');
}

/** What one thing comes from, and what a change of it would touch. */
export function Impact({ node, lineage, start }: { node: Node; lineage: LineageQuery['lineage']; start: boolean }) {
  const by = new Map(lineage.nodes.map((each) => [each.key, each]));
  const reached = (way: 'UP' | 'DOWN') => [...reach(lineage.edges, node.key, way)].flatMap((key) => by.get(key) ?? []);
  const touched = reached('DOWN');
  const ends = touched.filter(({ kind }) => kind === 'METRIC' || kind === 'VALUE');
  const page = pageOf(node);
  return (
    <Panel
      label={`Chosen: ${node.label}`}
      title={node.label}
      aside={<Badge>{LINEAGE_KINDS[node.kind].word}</Badge>}
      className="grid content-start gap-3"
    >
      {node.detail ? <p className="text-muted">{node.detail}</p> : null}
      <dl className="grid gap-2">
        <div>
          <dt className="text-sm text-muted">Comes from</dt>
          <dd>{told(reached('UP')) || 'nothing: it is a source'}</dd>
        </div>
        <div>
          <dt className="text-sm text-muted">A change of it touches</dt>
          <dd data-impact={touched.length}>{told(touched) || 'nothing'}</dd>
        </div>
      </dl>
      {ends.length > 0 ? (
        <ul className="flex flex-wrap gap-1.5" aria-label="Numbers it touches">
          {ends.slice(0, 20).map((end) => (
            <li key={end.key}>
              <Badge tone="accent">{end.label}</Badge>
            </li>
          ))}
          {ends.length > 20 ? <li className="text-sm text-muted">and {ends.length - 20} more</li> : null}
        </ul>
      ) : null}
      <div className="flex flex-wrap gap-2">
        {start ? null : <ButtonLink to={lineagePath(node.kind, node.id)}>Look from here</ButtonLink>}
        {page === null ? null : (
          <Link to={page} className="inline-flex min-h-9 items-center link">
            {node.kind === 'METRIC' ? 'Ask for it' : 'Open it'}
          </Link>
        )}
      </div>
    </Panel>
  );
}
