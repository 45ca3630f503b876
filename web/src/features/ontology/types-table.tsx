import { Link } from 'react-router';
import type { EntityTypesQuery } from '../../gql/graphql.ts';
import { Badge } from '../../ui/badge.tsx';
import { Button } from '../../ui/button.tsx';
import { downloadCsv } from '../../ui/csv.ts';
import { DataTable } from '../../ui/data-table.tsx';
import { formatCount } from '../../ui/format.ts';
import { ORIGINS } from './origins.ts';

type Entity = EntityTypesQuery['entityTypes']['nodes'][number];

const leadsTo = (entity: Entity) => entity.relations.map((relation) => `${relation.label} → ${relation.to.label}`);

/** The model as a table: what the drawing shows, for reading and for taking along. */
export function TypesTable({ entities }: { entities: readonly Entity[] }) {
  const save = () =>
    downloadCsv(
      'entity-types',
      ['name', 'label', 'origin', 'records', 'attributes', 'leads to', 'connections'],
      entities.map((each) => [
        each.name,
        each.label,
        ORIGINS[each.origin].word,
        each.recordCount,
        each.attributes.length,
        leadsTo(each).join('; '),
        each.connections.map(({ name }) => name).join('; '),
      ]),
    );
  return (
    <div className="grid gap-3">
      <DataTable
        label="Entity types"
        rows={entities}
        rowKey={(entity) => entity.name}
        columns={[
          {
            name: 'Entity type',
            cell: (entity) => (
              <Link to={`/ontology/${encodeURIComponent(entity.name)}`} data-entity={entity.name} className="font-medium link">
                {entity.pluralLabel}
              </Link>
            ),
          },
          { name: 'Origin', cell: (entity) => <Badge tone={ORIGINS[entity.origin].tone}>{ORIGINS[entity.origin].word}</Badge> },
          { name: 'Records', numeric: true, cell: (entity) => formatCount(entity.recordCount) },
          { name: 'Attributes', numeric: true, cell: (entity) => formatCount(entity.attributes.length) },
          { name: 'Leads to', cell: (entity) => leadsTo(entity).join(', ') || '–' },
          { name: 'From', cell: (entity) => entity.connections.map(({ name }) => name).join(', ') },
        ]}
      />
      <Button className="justify-self-start" onClick={save}>
        Save as CSV
      </Button>
    </div>
  );
}
