import type { ModelAttribute, Semantic } from '../../../schema/events/semantic-model.ts';

/** How the value of a golden record is chosen among those of its members. Values that are blank never win. */
export const SurvivorshipRule = {
  TRUST: 'TRUST',
  RECENT: 'RECENT',
  COMPLETE: 'COMPLETE',
  MAJORITY: 'MAJORITY',
  LONGEST: 'LONGEST',
} as const;
export type SurvivorshipRule = (typeof SurvivorshipRule)[keyof typeof SurvivorshipRule];

/** Where nobody has said anything: what most sources say for what people read and sort by, the newest for what changes over a record's life. */
const BY_SEMANTIC: Readonly<Record<Semantic, SurvivorshipRule>> = {
  IDENTIFIER: 'TRUST',
  NAME: 'MAJORITY',
  PERSON: 'MAJORITY',
  CATEGORY: 'MAJORITY',
  PLACE: 'MAJORITY',
  STATUS: 'RECENT',
  AMOUNT: 'RECENT',
  PRICE: 'RECENT',
  QUANTITY: 'RECENT',
  RATE: 'RECENT',
  FLAG: 'RECENT',
  DATE: 'TRUST',
  EMAIL: 'TRUST',
  PHONE: 'TRUST',
  URL: 'TRUST',
  TEXT: 'LONGEST',
};

/** The rule of an attribute that no policy names. */
export function defaultRule({ semantic }: Pick<ModelAttribute, 'semantic'>): SurvivorshipRule {
  return BY_SEMANTIC[semantic];
}
