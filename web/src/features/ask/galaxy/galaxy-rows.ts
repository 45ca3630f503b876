import type { GalaxyFieldsFragment } from '../../../gql/graphql.ts';
import { trendWord } from '../../../ui/trend.ts';
import { DOMAIN_WORDS, ORBIT_WORDS, RELATIONS } from './words.ts';

export const GALAXY_COLUMNS = ['Metric', 'Value', 'Unit', 'As written', 'Trend', 'Confidence', 'Data quality', 'Orbit', 'Relation', 'Why', 'Domain', 'Data from', 'Question']; // prettier-ignore

/** A galaxy as rows for a file: one for each number in it. */
export function galaxyRows({ nodes, edges }: GalaxyFieldsFragment): (string | number | null)[][] {
  return nodes.map((node) => {
    const edge = edges.find(({ from, to }) => from === node.id || to === node.id);
    const related = node.orbit !== 'CENTRE' && edge !== undefined;
    return [
      node.label,
      node.value,
      node.unit.toLowerCase(),
      node.formattedValue,
      node.trend ? trendWord(node.trend) : null,
      node.confidence.score,
      node.quality,
      ORBIT_WORDS[node.orbit],
      related ? RELATIONS[edge.relation].word : null,
      related ? edge.explanation : null,
      DOMAIN_WORDS[node.domain],
      node.freshness,
      node.question,
    ];
  });
}
