import { Plus, TableProperties } from 'lucide-react';
import { useState } from 'react';
import { Link } from 'react-router';
import { useMay } from '../../app/use-may.ts';
import { EntityViewsDocument } from '../../gql/graphql.ts';
import { useGraph } from '../../graph/use-graph.ts';
import { Badge } from '../../ui/badge.tsx';
import { Button } from '../../ui/button.tsx';
import { DataTable } from '../../ui/data-table.tsx';
import { formatMoment } from '../../ui/format.ts';
import { Empty } from '../../ui/states.tsx';
import { Listed } from '../settings/listed.tsx';
import { UnifyFrame } from '../unify/unify-frame.tsx';
import { ViewSheet } from './view-sheet.tsx';

const PAGE = 30;

/** Saved views of unified records, for partners and programs. */
export default function ViewsPage() {
  const may = useMay('views.write');
  const [first, setFirst] = useState(PAGE);
  const [making, setMaking] = useState(false);
  const [result, refresh] = useGraph(EntityViewsDocument, { first });
  return (
    <UnifyFrame
      title="Views"
      intro="Chosen fields of one entity type, typed and with parameters, for partners and programs: they keep their names when the model is renamed."
      actions={
        may ? (
          <Button look="primary" onClick={() => setMaking(true)} data-new-view>
            <Plus aria-hidden size={15} /> New view
          </Button>
        ) : undefined
      }
    >
      <Listed
        what="the views"
        result={result}
        refresh={refresh}
        pick={(data) => data.entityViews}
        onMore={() => setFirst((count) => count + PAGE)}
        empty={
          <Empty icon={TableProperties} title="There are no views yet">
            A view gives partners the fields they need and no others, under names that stay.
          </Empty>
        }
      >
        {(views) => (
          <DataTable
            label="Views"
            rows={views}
            rowKey={({ id }) => id}
            columns={[
              {
                name: 'View',
                cell: (view) => (
                  <Link to={`/ontology/views/${view.id}`} data-view={view.name} className="font-medium link">
                    {view.name}
                  </Link>
                ),
              },
              { name: 'Of', cell: ({ entityType }) => entityType?.label ?? <Badge tone="bad">its type is gone</Badge> },
              {
                name: 'Fields',
                cell: ({ fields }) => <span className="block max-w-[44ch]">{fields.map(({ name }) => name).join(', ')}</span>,
              },
              { name: 'Parameters', cell: ({ parameters }) => parameters.map(({ name }) => name).join(', ') || '–' },
              {
                name: 'State',
                cell: ({ fields }) =>
                  fields.some(({ lost }) => lost) ? <Badge tone="warning">a field is gone</Badge> : <Badge tone="good">whole</Badge>,
              },
              { name: 'Saved', cell: ({ savedAt, savedBy }) => `${savedBy.displayName}, ${formatMoment(savedAt)}` },
            ]}
          />
        )}
      </Listed>
      {making ? <ViewSheet onClose={() => setMaking(false)} refresh={refresh} /> : null}
    </UnifyFrame>
  );
}
