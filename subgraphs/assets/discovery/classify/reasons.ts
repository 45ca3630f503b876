import type { Policy } from '../policy/policy.ts';
import type { Reason } from './asset.ts';
import type { Counted } from './classify.ts';

/** The codes that hold for an asset, in the order of REASONS. Records that the policy does not let count are as if they were not there. */
export function reasonsOf(counted: Counted, { infrastructure }: Policy, governed: boolean, byVendor: boolean): Reason[] {
  const { facts, listed, hasIdentity, hasConfigurationItem, ongoing, activity } = counted;
  const codes: readonly (readonly [holds: boolean, code: Reason])[] = [
    [facts.seenBy.size > 0, 'HAS_DISCOVERY'],
    [hasIdentity, 'HAS_IDP'],
    [!hasIdentity, 'NO_IDP'],
    [hasConfigurationItem, 'HAS_CMDB'],
    [!hasConfigurationItem, 'NO_CMDB'],
    [byVendor, 'VENDOR_GOVERNED'],
    [governed, 'GOVERNED'],
    [!governed, 'UNGOVERNED'],
    [facts.finance.length > 0, 'HAS_FINANCE'],
    [ongoing, 'HAS_ONGOING_FINANCE'],
    [facts.cloud.count > 0, 'HAS_CLOUD'],
    [activity === 'RECENT', 'RECENT_ACTIVITY'],
    [activity === 'STALE', 'STALE_ACTIVITY'],
    [facts.attestations.count > 0, 'HAS_SECURITY_ATTESTATION'],
    [facts.attestations.count === 0, 'NO_SECURITY_ATTESTATION'],
    [listed.excluded || listed.banned || (listed.infrastructure && !infrastructure.included), 'POLICY_EXCLUDED'],
  ];
  return codes.flatMap(([holds, code]) => (holds ? [code] : []));
}
