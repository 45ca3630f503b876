import { Field, ObjectType, registerEnumType } from 'type-graphql';
import { REASONS, type Reason } from '../discovery/classify/asset.ts';

export const AssetReasonCode = Object.fromEntries(REASONS.map((code) => [code, code])) as { readonly [Code in Reason]: Code };

/** Each reason in a sentence. */
export const REASON_TEXTS: Readonly<Record<Reason, string>> = {
  HAS_DISCOVERY: 'Discovery saw it.',
  HAS_IDP: 'The identity provider knows it, and the record counts by the policy.',
  NO_IDP: 'No record of the identity provider counts.',
  HAS_CMDB: 'The CMDB knows it, and the record counts by the policy.',
  NO_CMDB: 'No record of the CMDB counts.',
  VENDOR_GOVERNED: 'Another product of its vendor is governed.',
  GOVERNED: 'The company governs it.',
  UNGOVERNED: 'Nobody governs it.',
  HAS_FINANCE: 'The books know it.',
  HAS_ONGOING_FINANCE: 'It is still paid for.',
  HAS_CLOUD: 'It stands in the cloud’s own inventory.',
  RECENT_ACTIVITY: 'It was used within the policy’s window.',
  STALE_ACTIVITY: 'It was last used before the policy’s window.',
  HAS_SECURITY_ATTESTATION: 'Somebody has attested its security.',
  NO_SECURITY_ATTESTATION: 'Nobody has attested its security.',
  POLICY_EXCLUDED: 'The policy excludes or bans it.',
};

registerEnumType(AssetReasonCode, {
  name: 'AssetReasonCode',
  description: 'Why an application is judged as it is.',
  valuesConfig: Object.fromEntries(REASONS.map((code) => [code, { description: REASON_TEXTS[code] }])) as never,
});

@ObjectType('AssetReason', { description: 'Why an application is judged as it is.', simpleResolvers: true })
export class AssetReason {
  @Field(() => AssetReasonCode, { description: 'What kind of reason it is.' })
  code!: Reason;

  @Field(() => String, { description: 'The reason in a sentence.' })
  text!: string;

  /** Behind the computed fields; not part of the graph. */
  assetId!: string;
}
