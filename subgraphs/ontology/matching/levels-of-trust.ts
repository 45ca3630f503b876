/** What is done with a proposed field: accepted alone, shown to a person, or left as the tenant’s own. */
export const MappingLevel = { AUTO: 'AUTO', REVIEW: 'REVIEW', LEAVE: 'LEAVE' } as const;
export type MappingLevel = (typeof MappingLevel)[keyof typeof MappingLevel];

/** From which confidence on a field is accepted alone, and from which on it is worth a person’s look. */
export interface LevelThresholds {
  readonly auto: number;
  readonly review: number;
}

/** Above 0.9, 99 of 100 were right for vendors the numbers were not made with; below a half, most were not. */
export const SHIPPED_POLICY: LevelThresholds = { auto: 0.9, review: 0.5 };

/** The level of a confidence. */
export function levelOf(confidence: number, { auto, review }: LevelThresholds): MappingLevel {
  return confidence >= auto ? MappingLevel.AUTO : confidence >= review ? MappingLevel.REVIEW : MappingLevel.LEAVE;
}

/** Surer than this that a column is like no attribute, nobody has to look at it. */
const LEFT_ALONE = 0.75;

/** The level of a proposed field: one of the tenant's own is left, unless an attribute came near. */
export function levelOfField(
  { confidence, canonical, relation }: { confidence: number; canonical: boolean; relation: boolean },
  thresholds: LevelThresholds,
): MappingLevel {
  if (canonical || relation || confidence === 1) return levelOf(confidence, thresholds);
  return confidence >= LEFT_ALONE ? MappingLevel.LEAVE : MappingLevel.REVIEW;
}
