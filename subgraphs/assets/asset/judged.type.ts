import { registerEnumType } from 'type-graphql';

export const AssetKeyKind = { DOMAIN: 'DOMAIN', NAME: 'NAME', UNLISTED: 'UNLISTED' } as const;
export type AssetKeyKind = (typeof AssetKeyKind)[keyof typeof AssetKeyKind];
registerEnumType(AssetKeyKind, {
  name: 'AssetKeyKind',
  description: 'What an application is known under.',
  valuesConfig: {
    DOMAIN: { description: 'A domain that can be registered.' },
    NAME: { description: 'A name: no record has a domain.' },
    UNLISTED: { description: 'A host that ends in no public suffix: it is known in one network only.' },
  },
});

export const AssetClass = { SHADOW: 'SHADOW', ZOMBIE: 'ZOMBIE', PARKED: 'PARKED', CLEAN: 'CLEAN' } as const;
export type AssetClass = (typeof AssetClass)[keyof typeof AssetClass];
registerEnumType(AssetClass, {
  name: 'AssetClass',
  description: 'What the policy makes of an application.',
  valuesConfig: {
    SHADOW: { description: 'External, in use, and governed by nobody.' },
    ZOMBIE: { description: 'Governed, not used any more, and still paid for.' },
    PARKED: { description: 'External, not used any more, and governed by nobody.' },
    CLEAN: { description: 'Nothing of the above.' },
  },
});

export const AssetActivity = { RECENT: 'RECENT', STALE: 'STALE', NONE: 'NONE' } as const;
export type AssetActivity = (typeof AssetActivity)[keyof typeof AssetActivity];
registerEnumType(AssetActivity, {
  name: 'AssetActivity',
  description: 'Whether an application is used.',
  valuesConfig: {
    RECENT: { description: 'It was seen, or logged in to, within the policy’s window.' },
    STALE: { description: 'The last time was before that window.' },
    NONE: { description: 'Nothing says when.' },
  },
});

export const AssetAdmission = {
  SEEN: 'SEEN',
  CLOUD: 'CLOUD',
  GOVERNED: 'GOVERNED',
  EXCLUDED: 'EXCLUDED',
  BANNED: 'BANNED',
  INFRASTRUCTURE: 'INFRASTRUCTURE',
  NO_PUBLIC_SUFFIX: 'NO_PUBLIC_SUFFIX',
  TOO_FEW_SOURCES: 'TOO_FEW_SOURCES',
} as const;
export type AssetAdmission = (typeof AssetAdmission)[keyof typeof AssetAdmission];
registerEnumType(AssetAdmission, {
  name: 'AssetAdmission',
  description: 'Why an application is part of the graph, or is not.',
  valuesConfig: {
    SEEN: { description: 'Admitted: enough sources saw it.' },
    CLOUD: { description: 'Admitted: it stands in the cloud’s own inventory.' },
    GOVERNED: { description: 'Admitted: the company governs it.' },
    EXCLUDED: { description: 'Rejected: the policy does not look at it.' },
    BANNED: { description: 'Rejected: nobody may use it.' },
    INFRASTRUCTURE: { description: 'Rejected: it is plumbing.' },
    NO_PUBLIC_SUFFIX: { description: 'Rejected: its host ends in no public suffix.' },
    TOO_FEW_SOURCES: { description: 'Rejected: too few sources saw it lately.' },
  },
});
