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
