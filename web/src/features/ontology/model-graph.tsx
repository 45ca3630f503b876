import { useCallback, useMemo } from 'react';
import type { EntityTypesQuery } from '../../gql/graphql.ts';
import type { DrawnEdge, DrawnNode } from '../../ui/graph/drawing.ts';
import { forceLayout } from '../../ui/graph/force-layout.ts';
import { GraphView, LegendItem } from '../../ui/graph/graph-view.tsx';
import { formatCompact, plural } from '../../ui/format.ts';
import { ORIGINS } from './origins.ts';

type Entity = EntityTypesQuery['entityTypes']['nodes'][number];

interface ModelGraphProps {
  entities: readonly Entity[];
  chosen: string | null;
  onChoose: (name: string) => void;
}

/** The model drawn: entity types, and the relations that lead from one to another. */
export function ModelGraph({ entities, chosen, onChoose }: ModelGraphProps) {
  const nodes = useMemo(
    () =>
      entities.map((entity): DrawnNode => {
        const { word, hue } = ORIGINS[entity.origin];
        const leads = entity.relations.map((relation) => relation.to.label).join(', ');
        return {
          id: entity.name,
          label: entity.pluralLabel,
          detail: `${formatCompact(entity.recordCount)} ${entity.recordCount === 1 ? 'record' : 'records'}`,
          hue,
          description: `${entity.pluralLabel}, ${word}, ${plural(entity.recordCount, 'record')}${leads === '' ? '' : `, leads to ${leads}`}`,
        };
      }),
    [entities],
  );
  const edges = useMemo(
    () =>
      entities.flatMap((entity) =>
        entity.relations.map((relation): DrawnEdge => ({
          id: `${entity.name}.${relation.name}`,
          from: entity.name,
          to: relation.to.name,
          label: relation.label,
        })),
      ),
    [entities],
  );
  const layOut = useCallback((width: number) => forceLayout(nodes, edges, width), [nodes, edges]);
  const origins = new Set(entities.map(({ origin }) => origin));
  return (
    <GraphView
      label="Entity types and their relations"
      nodes={nodes}
      edges={edges}
      layOut={layOut}
      chosen={chosen}
      onChoose={onChoose}
      legend={[...origins].map((origin) => (
        <LegendItem key={origin} hue={ORIGINS[origin].hue}>
          {ORIGINS[origin].word}
        </LegendItem>
      ))}
    />
  );
}
