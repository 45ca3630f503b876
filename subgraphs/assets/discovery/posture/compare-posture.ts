import type { ComponentCode } from './components.ts';
import { meanOf, type Posture } from './posture.ts';

export interface PostureChange {
  /** Difference of the scores, by the components that both have. */
  score: number;
  components: readonly { code: ComponentCode; before: number; after: number }[];
  /** Components that only one of them could look at: they are no part of the difference. */
  apart: readonly ComponentCode[];
}

/** How posture has changed; null where the two were made by different rules, or have nothing in common. */
export function comparePosture(before: Posture, after: Posture): PostureChange | null {
  if (before.version !== after.version) return null;
  const earlier = new Map(before.components.map(({ code, value }) => [code, value]));
  const components = after.components.flatMap(({ code, value }) => {
    const was = earlier.get(code);
    return was === undefined ? [] : [{ code, before: was, after: value }];
  });
  if (components.length === 0) return null;
  const common = new Set(components.map(({ code }) => code));
  const apart = new Set([...before.components, ...after.components].flatMap(({ code }) => (common.has(code) ? [] : [code])));
  const mean = (which: 'before' | 'after'): number => meanOf(components.map((each) => ({ code: each.code, value: each[which] })));
  return { score: mean('after') - mean('before'), components, apart: [...apart] };
}
