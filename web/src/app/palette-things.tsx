import { Boxes, Cable, LayoutDashboard, Workflow } from 'lucide-react';
import { dashboardPath } from '../features/dashboards/addresses.ts';
import type { PaletteThingsQuery } from '../gql/graphql.ts';
import { formatCount } from '../ui/format.ts';
import { Group, Row } from './palette-row.tsx';

/** What there is, by name: dashboards, records, connections and runs. */
export function PaletteThings({ things, onGo }: { things: PaletteThingsQuery; onGo: (path: string) => void }) {
  return (
    <Group heading="What there is">
      {things.dashboards.nodes.map(({ id, title }) => (
        <Row key={id} icon={LayoutDashboard} value={`dashboard ${title} ${id}`} hint="dashboard" onSelect={() => onGo(dashboardPath(id))}>
          {title}
        </Row>
      ))}
      {things.entityTypes.nodes.map(({ id, name, pluralLabel, recordCount }) => (
        <Row
          key={id}
          icon={Boxes}
          value={`records ${pluralLabel} ${name}`}
          hint={`${formatCount(recordCount)} records`}
          onSelect={() => onGo(`/ontology/${encodeURIComponent(name)}`)}
        >
          {pluralLabel}
        </Row>
      ))}
      {things.connections.nodes.map(({ id, name }) => (
        <Row key={id} icon={Cable} value={`connection ${name} ${id}`} hint="connection" onSelect={() => onGo(`/connections/${id}`)}>
          {name}
        </Row>
      ))}
      {things.runs.nodes.map(({ id, title }) => (
        <Row key={id} icon={Workflow} value={`run ${title} ${id}`} hint="run" onSelect={() => onGo(`/runs/${id}`)}>
          {title}
        </Row>
      ))}
    </Group>
  );
}
