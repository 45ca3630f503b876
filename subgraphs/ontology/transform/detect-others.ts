import type { DiscoveredColumn } from '../../../schema/events/discovered-schema.ts';
import { foldText } from './compile-steps.ts';
import { weighed } from './detect-coercion.ts';
import type { SuggestedTransform } from './shaped.ts';

/** More groups are no category. */
const MAX_GROUPS = 50;

/** Values that differ in case, spaces and signs only, as the one spelling most records have; null when there are none. */
export function detectSpellings(column: DiscoveredColumn): SuggestedTransform | null {
  if (column.type !== 'TEXT' || column.profile.distinct > MAX_GROUPS) return null;
  const groups = Map.groupBy(weighed(column), ([value]) => foldText(value));
  const cases = [...groups].flatMap(([key, spellings]) => {
    const [most] = spellings.toSorted(([, a], [, b]) => b - a);
    return key === '' || spellings.length < 2 || most === undefined ? [] : [{ from: spellings.map(([value]) => value), to: most[0] }];
  });
  if (cases.length === 0) return null;
  const shown = cases.slice(0, 3).map(({ from }) =>
    from
      .slice(0, 4)
      .map((value) => `“${value}”`)
      .join(' = '),
  );
  return {
    transform: [{ kind: 'VALUES', cases, otherwise: 'KEEP' }],
    type: 'TEXT',
    confidence: 0.85,
    evidence: [`${cases.length === 1 ? 'one value is' : `${cases.length} values are`} spelled in several ways: ${shown.join('; ')}`],
  };
}

/** `City, State` and the like: most values have the same number of pieces; null when they have not. */
export function detectPieces(column: DiscoveredColumn): SuggestedTransform | null {
  if (column.type !== 'TEXT' || column.profile.averageLength > 60) return null;
  const values = [...weighed(column).keys()];
  if (values.length < 3) return null;
  for (const separator of [' | ', ' / ', '; ', ', ', ' > ']) {
    const pieces = values.map((value) => value.split(separator).length);
    const usual = pieces[0] ?? 1;
    if (usual < 2 || usual > 4 || pieces.some((count) => count !== usual)) continue;
    return {
      transform: [{ kind: 'SPLIT', separator, part: 1, rest: false }],
      type: 'TEXT',
      confidence: 0.6,
      evidence: [
        `all values seen have ${usual} pieces with “${separator.trim()}” between them, such as “${(values[0] ?? '').slice(0, 60)}”`,
      ],
    };
  }
  return null;
}
