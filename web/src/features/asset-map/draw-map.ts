import type { AssetClass, AssetMapQuery } from '../../gql/graphql.ts';
import type { ChartSeries } from '../../ui/charts/chart-data.ts';
import type { DrawnEdge, DrawnNode, Hue } from '../../ui/graph/drawing.ts';
import { RELATIONS } from '../asset/relation-words.ts';
import { CLASSES } from '../discover/words.ts';

export type MapAsset = AssetMapQuery['assets']['nodes'][number];

/** The hue of each class; the word below the name says it too. */
export const HUES: Record<AssetClass, Hue> = { SHADOW: 'people', ZOMBIE: 'finance', PARKED: 'product', CLEAN: 'operations' };

/**
 * Applications and what they have to do with one another, and with clouds, departments and people: a box each, a line each way, told once. What has to
 * do with nothing is left out. Pure.
 */
export function drawMap(assets: readonly MapAsset[]): { nodes: DrawnNode[]; edges: DrawnEdge[] } {
  const nodes = new Map(assets.map((asset) => [asset.id, boxOf(asset)]));
  const edges = new Map<string, DrawnEdge>();
  for (const { id, relations } of assets)
    for (const { kind, direction, name, other } of relations.nodes) {
      const end = other?.id ?? `end:${name}`;
      if (other !== null && !nodes.has(other.id)) continue;
      if (other === null)
        nodes.set(end, {
          id: end,
          label: name,
          detail: 'no application',
          hue: 'growth',
          description: `${name}, no application`,
          faint: true,
        });
      const [from, to] = direction === 'OUT' ? [id, end] : [end, id];
      edges.set(`${from} ${kind} ${to}`, { id: `${from} ${kind} ${to}`, from, to, label: RELATIONS[kind].OUT });
    }
  const related = new Set([...edges.values()].flatMap(({ from, to }) => [from, to]));
  return { nodes: [...nodes.values()].filter(({ id }) => related.has(id)), edges: [...edges.values()] };
}

function boxOf({ id, name, class: judged, scores }: MapAsset): DrawnNode {
  const word = CLASSES[judged ?? 'CLEAN'].word;
  const detail = scores ? `${word}, risk ${Math.round(scores.risk.value)}` : word;
  return { id, label: name, detail, hue: HUES[judged ?? 'CLEAN'], description: `${name}, ${detail}`, group: word };
}

/** Risk to the right, cost upwards, criticality as the area: a series for each class. Pure. */
export function scoreSeries(assets: readonly MapAsset[]): ChartSeries[] {
  return (Object.keys(CLASSES) as AssetClass[]).flatMap((each) => {
    const points = assets.flatMap(({ class: judged, scores, name }) =>
      judged === each && scores ? [{ x: scores.risk.value, y: scores.cost.value, name, size: scores.criticality.value }] : [],
    );
    return points.length === 0 ? [] : [{ key: each, label: CLASSES[each].word, points }];
  });
}
