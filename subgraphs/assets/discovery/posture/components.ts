/** What posture is made of: shares of assets that are as they should be. The weights come to 100. */
export const COMPONENTS = {
  GOVERNED: { weight: 25, says: 'of what is used is governed' },
  RISK: { weight: 25, says: 'is what is left when the mean risk is taken away' },
  OWNED: { weight: 15, says: 'has an owner, named or probable' },
  SIGN_ON: { weight: 10, says: 'of what is governed outside the company is entered with single sign-on' },
  ATTESTED: { weight: 10, says: 'of what is used outside the company is attested to by somebody independent' },
  IN_USE: { weight: 10, says: 'of what is governed and paid for is used' },
  NOT_CRITICAL: { weight: 5, says: 'has no critical finding' },
} as const;
export type ComponentCode = keyof typeof COMPONENTS;

/** Changes with the components and their meaning: postures of different versions are not compared. */
export const POSTURE_VERSION = 1;

/** What is critical counts more, up to six times as much as what nobody would miss. */
export const weightOfAsset = (criticality: number): number => 1 + criticality / 20;
