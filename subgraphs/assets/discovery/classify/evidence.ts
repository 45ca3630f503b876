import type { Policy } from '../policy/policy.ts';
import type { AssetFacts, Judged, Reason } from './asset.ts';
import { type Counts, countsUnder } from './counts.ts';

/** What is behind one reason: a sentence, and the records it can be read in. */
export interface ReasonEvidence {
  code: Reason;
  says: string;
  records: readonly string[];
}

/** Records that are shown for one reason. */
const MOST_SHOWN = 5;

/** Gives what is behind every reason of an asset, by the policy it was judged by. */
export function evidenceUnder(policy: Policy): (facts: AssetFacts, judged: Judged) => ReasonEvidence[] {
  const counts = countsUnder(policy);
  return (facts, judged) => judged.reasons.map((code) => ({ code, ...behind(code, facts, judged, counts) }));
}

function behind(code: Reason, facts: AssetFacts, judged: Judged, counts: Counts): Omit<ReasonEvidence, 'code'> {
  const { identities, configurationItems, finance, cloud, attestations } = facts;
  switch (code) {
    case 'HAS_DISCOVERY':
      return seen(facts);
    case 'HAS_IDP':
      return listed('identity records', identities.filter(counts.identity));
    case 'NO_IDP':
      return identities.length === 0 ? nothing('no identity record') : listed('identity records that do not count', identities);
    case 'HAS_CMDB':
      return listed('records of the CMDB', configurationItems.filter(counts.configurationItem));
    case 'NO_CMDB':
      return configurationItems.length === 0
        ? nothing('no record of the CMDB')
        : listed('records of the CMDB that do not count', configurationItems);
    case 'VENDOR_GOVERNED':
      return nothing(`of the vendor of ${judged.governedBy ?? 'a governed asset'}, which is governed`);
    case 'GOVERNED':
      return nothing(judged.governedBy === null ? 'by its own records' : 'by its vendor');
    case 'UNGOVERNED':
      return nothing('neither by a record of its own nor by its vendor');
    case 'HAS_FINANCE':
      return listed('financial records', finance);
    case 'HAS_ONGOING_FINANCE':
      return listed('contracts in force or payments that recur', finance.filter(counts.ongoing));
    case 'HAS_CLOUD':
      return { says: counted(cloud.count, 'resources of the cloud'), records: cloud.records };
    case 'RECENT_ACTIVITY':
    case 'STALE_ACTIVITY':
      return last(facts);
    case 'HAS_SECURITY_ATTESTATION':
      return { says: counted(attestations.count, 'attestations'), records: attestations.records };
    case 'NO_SECURITY_ATTESTATION':
      return nothing('no attestation');
    case 'POLICY_EXCLUDED':
      return nothing(`on a list of the policy: ${judged.admission.because.toLowerCase()}`);
    default:
      return code satisfies never;
  }
}

const nothing = (says: string): Omit<ReasonEvidence, 'code'> => ({ says, records: [] });

const counted = (count: number, what: string): string => `${count.toLocaleString('en-US')} ${what}`;

function listed(what: string, records: readonly { record: string | null }[]): Omit<ReasonEvidence, 'code'> {
  return { says: counted(records.length, what), records: shown(records) };
}

const shown = (records: readonly { record: string | null }[]): string[] =>
  [...new Set(records.flatMap(({ record }) => record ?? []))].toSorted().slice(0, MOST_SHOWN);

function seen({ seenBy }: AssetFacts): Omit<ReasonEvidence, 'code'> {
  const sightings = [...seenBy].toSorted(([one], [other]) => (one < other ? -1 : 1));
  const says = sightings.map(
    ([source, { count, at }]) => `${source} ${count.toLocaleString('en-US')}×${at === null ? '' : `, last ${day(at)}`}`,
  );
  return { says: says.join('; '), records: shown(sightings.map(([, sighting]) => sighting)) };
}

function last({ seenBy, identities }: AssetFacts): Omit<ReasonEvidence, 'code'> {
  const moments = [
    ...[...seenBy].map(([source, { at, record }]) => ({ at, record, what: `seen by ${source}` })),
    ...identities.map(({ lastLoginAt, record }) => ({ at: lastLoginAt, record, what: 'a log-in' })),
  ].toSorted((one, other) => (other.at ?? -Infinity) - (one.at ?? -Infinity) || (one.what < other.what ? -1 : 1));
  const [latest] = moments;
  if (latest?.at === null || latest === undefined) return nothing('at no known time');
  return { says: `${latest.what} on ${day(latest.at)}`, records: shown([latest]) };
}

/** As `2026-06-30`. */
const day = (at: number): string => new Date(at).toISOString().slice(0, 10);
