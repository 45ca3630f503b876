import type { AssetFilter } from '../asset/asset.input.ts';
import { type Combination, DIMENSIONS } from './dimensions.ts';
import { AssetDimension, type AssetFacet } from './facet.type.ts';

/** How many assets have each value of each dimension, of those that the filter's other fields let through. Pure. */
export function countFacets(combinations: readonly Combination[], filter: AssetFilter): AssetFacet[] {
  return Object.values(AssetDimension).map((dimension) => {
    const { values, of, leavesOut } = DIMENSIONS[dimension];
    const others = Object.values(AssetDimension).filter((other) => !leavesOut.includes(other));
    const counts = new Map(values.map((value) => [value, 0]));
    for (const combination of combinations) {
      if (!others.every((other) => DIMENSIONS[other].passes(combination, filter))) continue;
      for (const value of of(combination)) counts.set(value, (counts.get(value) ?? 0) + combination.count);
    }
    return { dimension, values: [...counts].map(([value, count]) => ({ value, count })) };
  });
}
