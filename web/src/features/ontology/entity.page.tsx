import { SearchX } from 'lucide-react';
import { Link, useParams } from 'react-router';
import { useMay } from '../../app/use-may.ts';
import { EntityTypeDetailDocument } from '../../gql/graphql.ts';
import type { EntityTypeDetailQuery, MaskMode } from '../../gql/graphql.ts';
import { useGraph } from '../../graph/use-graph.ts';
import { Badge } from '../../ui/badge.tsx';
import { ButtonLink } from '../../ui/button.tsx';
import { ConfidenceMark } from '../../ui/confidence-mark.tsx';
import { DataTable } from '../../ui/data-table.tsx';
import { plural } from '../../ui/format.ts';
import { Page } from '../../ui/page.tsx';
import { Empty, Loading, ProblemNote } from '../../ui/states.tsx';
import { lineagePath } from '../lineage/kinds.ts';
import { ORIGINS } from './origins.ts';
import { Records } from './records.tsx';
import { Relations } from './relations.tsx';

const RECORDS = 25;

export type Entity = NonNullable<EntityTypeDetailQuery['entityType']>;

/** How much of a masked value the role sees. */
const MASKED: Record<MaskMode, string> = { HIDE: 'hidden from you', PSEUDONYM: 'as a pseudonym', PARTIAL: 'in part' };

function Attributes({ entity }: { entity: Entity }) {
  return (
    <section className="grid gap-3">
      <h2 className="text-md font-semibold">Attributes</h2>
      <DataTable
        label="Attributes"
        rows={entity.attributes}
        rowKey={(attribute) => attribute.id}
        columns={[
          {
            name: 'Attribute',
            cell: (attribute) => (
              <>
                <Link
                  to={lineagePath('ATTRIBUTE', attribute.id)}
                  title={`Lineage of ${attribute.label}`}
                  className="font-medium hover:underline"
                >
                  {attribute.label}
                </Link>{' '}
                {attribute.mask ? <Badge tone="warning">{MASKED[attribute.mask]}</Badge> : null}
                {attribute.description ? <span className="block max-w-[40ch] text-sm text-muted">{attribute.description}</span> : null}
              </>
            ),
          },
          { name: 'Type', cell: (attribute) => attribute.type.toLowerCase() + (attribute.unit ? ` (${attribute.unit})` : '') },
          {
            name: 'Comes from',
            cell: (attribute) => (
              <ul className="grid gap-1">
                {attribute.mappings.map((mapping) => (
                  <li key={mapping.id} className="flex flex-wrap items-center gap-x-3 gap-y-0.5">
                    <span className="font-mono text-xs">
                      {mapping.object.name}.{mapping.column}
                    </span>
                    <ConfidenceMark score={mapping.confidence} />
                  </li>
                ))}
                {attribute.mappings.length === 0 ? <li className="text-muted">worked out from other attributes</li> : null}
              </ul>
            ),
          },
        ]}
      />
    </section>
  );
}

export default function EntityPage() {
  const { name = '' } = useParams();
  const mayEdit = useMay('ontology.edit');
  const [result, refresh] = useGraph(EntityTypeDetailDocument, { name, first: RECORDS });
  const entity = result.state === 'ready' ? result.data.entityType : null;
  return (
    <Page
      key={entity?.id ?? name}
      title={entity?.pluralLabel ?? name}
      intro={entity ? (entity.description ?? `${plural(entity.recordCount, 'record')}, unified from your sources.`) : undefined}
      actions={
        <>
          <ButtonLink to="/ontology" look="quiet">
            All entity types
          </ButtonLink>
          {mayEdit ? <ButtonLink to={`/ontology/edit?kind=CHANGE_ENTITY_TYPE&type=${encodeURIComponent(name)}`}>Edit</ButtonLink> : null}
          <ButtonLink to={`/ontology/resolution/${encodeURIComponent(name)}`}>Resolution</ButtonLink>
        </>
      }
    >
      {result.state === 'loading' ? <Loading label="Loading the entity type" /> : null}
      {result.state === 'failed' ? <ProblemNote problem={result.problem} onRetry={refresh} /> : null}
      {result.state === 'ready' && !entity ? (
        <Empty icon={SearchX} title="There is no such entity type">
          It may have been renamed when a mapping was changed.
        </Empty>
      ) : null}
      {entity ? (
        <>
          <p className="-mt-3 flex gap-2">
            <Badge tone={ORIGINS[entity.origin].tone}>{ORIGINS[entity.origin].word}</Badge>
            <Badge>{plural(entity.recordCount, 'record')}</Badge>
          </p>
          <Attributes entity={entity} />
          <Relations entity={entity} />
          <Records entity={entity} refresh={refresh} />
        </>
      ) : null}
    </Page>
  );
}
