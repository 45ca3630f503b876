import type { AssetClass, AssetMapQuery } from '../../gql/graphql.ts';
import type { ChartSeries } from '../../ui/charts/chart-data.ts';
import type { DrawnEdge, DrawnNode, Hue } from '../../ui/graph/drawing.ts';
import { RELATIONS } from '../asset/relation-words.ts';
import { CLASSES } from '../discover/words.ts';

export type MapAsset = AssetMapQuery['assets']['nodes'][number];

/** The hue of each class; the word below the name says it too. */
export const HUES: Record<AssetClass, Hue> = { SHADOW: 'people', ZOMBIE: 'finance', PARKED: 'product', CLEAN: 'operations' };

/** Columns of the drawing, by what leads to what. */
export const MAP_LAYERS = [
  { key: 'APPLICATION', label: 'Applications' },
  { key: 'NEEDED', label: 'Applications that others need' },
  { key: 'END', label: 'Clouds, departments and people' },
] as const;

type MapNode = DrawnNode & { layer: (typeof MAP_LAYERS)[number]['key'] };

/**
 * Applications and what they have to do with one another, and with clouds, departments and people: a box each, a line each way, told once. What has to
 * do with nothing is left out. Pure.
 */
export function drawMap(assets: readonly MapAsset[]): { nodes: MapNode[]; edges: DrawnEdge[] } {
  const ends = new Map<string, MapNode>();
  const known = new Set(assets.map(({ id }) => id));
  const edges = new Map<string, DrawnEdge>();
  for (const { id, relations } of assets)
    for (const { kind, direction, name, other } of relations.nodes) {
      const end = other?.id ?? `end:${name}`;
      if (other !== null && !known.has(other.id)) continue;
      if (other === null) ends.set(end, endOf(end, name));
      const [from, to] = direction === 'OUT' ? [id, end] : [end, id];
      edges.set(`${from} ${kind} ${to}`, { id: `${from} ${kind} ${to}`, from, to, label: RELATIONS[kind].OUT });
    }
  const lines = [...edges.values()];
  const related = new Set(lines.flatMap(({ from, to }) => [from, to]));
  const needed = new Set(lines.map(({ to }) => to));
  const boxes = assets.filter(({ id }) => related.has(id)).map((asset) => boxOf(asset, needed.has(asset.id)));
  return { nodes: [...boxes, ...ends.values()], edges: lines };
}

function boxOf({ id, name, class: judged, scores }: MapAsset, needed: boolean): MapNode {
  const word = CLASSES[judged ?? 'CLEAN'].word;
  const detail = scores ? `${word}, risk ${Math.round(scores.risk.value)}` : word;
  const layer = needed ? 'NEEDED' : 'APPLICATION';
  return { id, layer, label: name, detail, hue: HUES[judged ?? 'CLEAN'], description: `${name}, ${detail}`, group: word };
}

function endOf(id: string, name: string): MapNode {
  return { id, layer: 'END', label: name, detail: 'no application', hue: 'growth', description: `${name}, no application`, faint: true };
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
