import type { AssetFacts, FinanceFact, Reason, Trace } from '../discovery/classify/asset.ts';
import type { AssetEvidence, EvidencePlane } from './evidence.type.ts';

type Said = Omit<AssetEvidence, 'position'>;

const on = (at: number | null): Date | null => (at === null ? null : new Date(at));
const parts = (...given: readonly (string | null)[]): string => given.filter((part) => part !== null && part !== '').join(', ');

/** Everything that records say of an application, plane by plane. */
export function evidenceOf(facts: AssetFacts): AssetEvidence[] {
  const said: Said[] = [
    ...[...facts.seenBy].map(([source, { at, record, count }]): Said => ({
      plane: 'DISCOVERY',
      says: `Seen by ${source}.`,
      record,
      at: on(at),
      count,
    })),
    ...facts.identities.map(({ record, name, hasSso, lastLoginAt }): Said => {
      const says = `Known to the identity provider as “${name}”, ${hasSso ? 'with' : 'without'} single sign-on.`;
      return { plane: 'IDP', says, record, at: on(lastLoginAt), count: 1 };
    }),
    ...facts.configurationItems.map(({ record, name, type, lifecycle }): Said => {
      const as = parts(type, lifecycle);
      return { plane: 'CMDB', says: `Listed as “${name}”${as === '' ? '' : ` (${as})`}.`, record, at: null, count: 1 };
    }),
    ...traceOf(facts.cloud, 'CLOUD', 'Stands in the cloud’s inventory.'),
    ...facts.finance.map((fact): Said => ({ plane: 'FINANCE', says: paidOf(fact), record: fact.record, at: null, count: 1 })),
    ...traceOf(facts.attestations, 'SECURITY', 'Its security is attested.'),
  ];
  return said.map((each, position) => ({ ...each, position }));
}

function traceOf({ count, records }: Trace, plane: EvidencePlane, says: string): Said[] {
  if (count === 0) return [];
  return [{ plane, says, record: records.length === 0 ? null : records.join(', '), at: null, count }];
}

function paidOf({ ongoing, yearly }: FinanceFact): string {
  const paid = ongoing ? 'It is still paid for' : 'It was paid for';
  return yearly === null ? `${paid}.` : `${paid}: ${yearly.toLocaleString('en-US', { maximumFractionDigits: 2 })} a year.`;
}

/** Planes whose records are behind a reason; none: it says that there are no such records. */
const PLANES: Readonly<Partial<Record<Reason, readonly EvidencePlane[]>>> = {
  HAS_DISCOVERY: ['DISCOVERY'],
  HAS_IDP: ['IDP'],
  HAS_CMDB: ['CMDB'],
  GOVERNED: ['IDP', 'CMDB'],
  HAS_FINANCE: ['FINANCE'],
  HAS_ONGOING_FINANCE: ['FINANCE'],
  HAS_CLOUD: ['CLOUD'],
  RECENT_ACTIVITY: ['DISCOVERY', 'IDP'],
  STALE_ACTIVITY: ['DISCOVERY', 'IDP'],
  HAS_SECURITY_ATTESTATION: ['SECURITY'],
};

/** The evidence behind a reason. */
export function evidenceFor(reason: Reason, evidence: readonly AssetEvidence[]): AssetEvidence[] {
  const planes = PLANES[reason] ?? [];
  return evidence.filter(({ plane }) => planes.includes(plane));
}
