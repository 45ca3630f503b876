import type { LineageKind } from '../../gql/graphql.ts';
import type { Hue } from '../../ui/graph/drawing.ts';

/** Columns of the drawing, from the source to the number. */
export const LINEAGE_LAYERS = [
  { key: '0', label: 'Sources' },
  { key: '1', label: 'Tables and files' },
  { key: '2', label: 'Columns' },
  { key: '3', label: 'Mappings' },
  { key: '4', label: 'Attributes' },
  { key: '5', label: 'Metrics and values' },
] as const;

/** How each kind of thing is called and drawn. */
export const LINEAGE_KINDS: Record<LineageKind, { word: string; many: string; hue: Hue }> = {
  CONNECTION: { word: 'source', many: 'sources', hue: 'operations' },
  OBJECT: { word: 'table', many: 'tables', hue: 'operations' },
  FIELD: { word: 'column', many: 'columns', hue: 'growth' },
  MAPPING: { word: 'mapping', many: 'mappings', hue: 'product' },
  ATTRIBUTE: { word: 'attribute', many: 'attributes', hue: 'finance' },
  RECORD: { word: 'record of a source', many: 'records of sources', hue: 'operations' },
  VALUE: { word: 'value', many: 'values', hue: 'people' },
  METRIC: { word: 'metric', many: 'metrics', hue: 'people' },
};

/** The address of the lineage of one thing. */
export function lineagePath(kind: LineageKind, id: string, way: 'UP' | 'DOWN' | 'BOTH' = 'BOTH'): string {
  return `/ontology/lineage?${new URLSearchParams({ kind, id, way }).toString()}`;
}
