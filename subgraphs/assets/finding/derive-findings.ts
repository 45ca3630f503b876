import { assertNever } from '../../kernel/assert-never.ts';
import type { AssetFacts, ConnectionFacts, ObjectFacts } from '../asset/asset-facts.ts';
import { type Found, RANK } from './found.ts';

const QUARANTINE_WARNING_SHARE = 0.01;
const QUARANTINE_CRITICAL_SHARE = 0.1;

/** What follows from what happened to an asset. */
type Derived = Pick<Found, 'code' | 'severity' | 'title' | 'detail'>;

export interface Inspected {
  ownerId: string | null;
  recordCount: number | null;
  facts: AssetFacts;
}

/** Everything noteworthy about a source, the gravest first; each code at most once. A function of the facts and nothing else. */
export function findingsOf(asset: Inspected): Derived[] {
  const findings = [...findingsOfFacts(asset), ...(asset.ownerId === null ? [NO_OWNER] : [])];
  return findings.toSorted((a, b) => RANK[a.severity] - RANK[b.severity]);
}

export const NO_OWNER: Derived = {
  code: 'NO_OWNER',
  severity: 'WARNING',
  title: 'Nobody owns it',
  detail: 'Nobody was named, and no person of the tenant connected it: nobody answers for it.',
};

function findingsOfFacts({ facts, recordCount }: Inspected): Derived[] {
  switch (facts.kind) {
    case 'CONNECTION':
      return connectionFindings(facts);
    case 'DATA_OBJECT':
      return objectFindings(facts, recordCount);
    case 'APPLICATION':
      return [];
    default:
      return assertNever(facts);
  }
}

function connectionFindings({ lastSync }: ConnectionFacts): Derived[] {
  if (lastSync === null || lastSync.succeeded) return [];
  return [
    {
      code: 'SYNC_FAILED',
      severity: 'CRITICAL',
      title: 'The last sync failed',
      detail: lastSync.problem ?? 'The reason was not recorded.',
    },
  ];
}

function objectFindings(facts: ObjectFacts, recordCount: number | null): Derived[] {
  const notSeen: Derived[] = facts.seenLast
    ? []
    : [
        {
          code: 'NOT_SEEN_LAST_SYNC',
          severity: 'WARNING',
          title: 'Not there any more',
          detail: 'The last sync of its connection did not find it at the source.',
        },
      ];
  if (facts.skipped !== null) {
    const { code, reason } = facts.skipped;
    return [...notSeen, { code: 'OBJECT_SKIPPED', severity: 'INFO', title: 'Not read as a table', detail: `${reason} (${code})` }];
  }
  return [...notSeen, ...quarantineFindings(facts.quarantined, recordCount), ...shapeFindings(facts, recordCount)];
}

/** The share is of all records the sync met: those that landed and those set aside. */
function quarantineFindings(quarantined: number, recordCount: number | null): Derived[] {
  const met = quarantined + (recordCount ?? 0);
  const share = met === 0 ? 0 : quarantined / met;
  if (share <= QUARANTINE_WARNING_SHARE) return [];
  return [
    {
      code: 'RECORDS_QUARANTINED',
      severity: share > QUARANTINE_CRITICAL_SHARE ? 'CRITICAL' : 'WARNING',
      title: 'Records were set aside',
      detail: `${quarantined.toLocaleString('en-US')} of ${met.toLocaleString('en-US')} records (${percent(share)}) could not be read and are in quarantine.`,
    },
  ];
}

function shapeFindings({ primaryKey }: ObjectFacts, recordCount: number | null): Derived[] {
  if (recordCount === 0) {
    return [{ code: 'NO_RECORDS', severity: 'INFO', title: 'It is empty', detail: 'It has columns but not a single record.' }];
  }
  if (primaryKey !== null) return [];
  return [
    {
      code: 'NO_PRIMARY_KEY',
      severity: 'INFO',
      title: 'No primary key',
      detail: 'No column tells its records apart, so a changed record counts as one that was removed and one that was added.',
    },
  ];
}

function percent(share: number): string {
  return share.toLocaleString('en-US', { style: 'percent', maximumFractionDigits: 1 });
}
