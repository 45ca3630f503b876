import { type Anomaly, anomaliesOf } from '../anomalies/anomalies.ts';
import type { AssetFacts, Judged } from '../classify/asset.ts';
import { unjoined } from '../details/tally.ts';
import { DATA_CLASSES, type DataClass, dataClassOf } from '../known/data-classes.ts';
import type { Reach } from '../known/scope-level.ts';
import { type ScopeRisk, scopeRisk } from '../known/scope-risk.ts';
import { type OwnerSuggestion, ownersOf } from '../owners/suggest-owners.ts';
import { type Policy, windowMsOf } from '../policy/policy.ts';
import { dependantsOf } from '../relations/relations.ts';
import { type Money, moneyOf } from './money.ts';
import { monthsBack } from './months.ts';
import { type Paper, papersOf } from './papers.ts';

export interface GrantedScope extends ScopeRisk {
  provider: string;
  scope: string;
  /** Whether an administrator granted it for everybody. */
  everybody: boolean;
  record: string | null;
}

export interface HeldData {
  dataClass: DataClass;
  /** How sure it is, 0 – 1: what records say is, what follows from scopes and names less. */
  certainty: number;
  /** Whether such an application usually is the system of record. */
  ofRecord: boolean;
  record: string | null;
}

/** What scores and findings look at: one asset's facts, read once. */
export interface Profile {
  facts: AssetFacts;
  judged: Judged;
  /** What people call it. */
  label: string;
  owners: readonly OwnerSuggestion[];
  /** The most far-reaching first. */
  scopes: readonly GrantedScope[];
  /** The most sensitive first. */
  data: readonly HeldData[];
  papers: readonly Paper[];
  money: Money;
  /** People who ever used it, as far as anybody knows. */
  users: number;
  /** Most people who used it in one of the months of the activity window. */
  activeUsers: number;
  /** Whether any plane tells who uses it: without one, nobody is known not to. */
  usersKnown: boolean;
  /** When it was last seen or logged in to; null where nobody knows. */
  lastAt: number | null;
  /** Other assets that need it. */
  dependants: number;
  systemOfRecordSaid: boolean;
  anomalies: readonly Anomaly[];
}

/** Reads all assets, in the order they come in. @param judged of the same assets in the same order @param asOf milliseconds since 1970 */
export function profilesOf(assets: readonly AssetFacts[], judged: readonly Judged[], policy: Policy, asOf: number): Profile[] {
  const dependants = dependantsOf(assets);
  return assets.flatMap((facts, at): Profile[] => {
    const verdict = judged[at];
    return verdict === undefined ? [] : [profileOf(facts, verdict, dependants.get(facts.key) ?? 0, { policy, asOf })];
  });
}

function profileOf(facts: AssetFacts, judged: Judged, dependants: number, { policy, asOf }: { policy: Policy; asOf: number }): Profile {
  const { details } = facts;
  const scopes = scopesOf(facts);
  const since = monthsBack(asOf - windowMsOf(policy), 0);
  const months = (details.months?.entries() ?? []).filter(([month]) => month >= since);
  return {
    facts,
    judged,
    label: labelOf(facts),
    owners: ownersOf(facts),
    scopes,
    data: dataOf(facts, scopes),
    papers: papersOf(details),
    money: moneyOf(details, asOf),
    users: Math.max(details.facets.users?.distinct ?? 0, details.saidUsers),
    activeUsers: Math.max(0, ...months.map(([, { users }]) => users.distinct)),
    usersKnown: details.facets.users !== undefined,
    lastAt: lastOf(facts),
    dependants,
    systemOfRecordSaid: details.facets.marks?.get('SYSTEM_OF_RECORD') !== undefined,
    anomalies: anomaliesOf(facts, asOf),
  };
}

/** The name that most records use; the key without one. */
export function labelOf({ key, details: { facets } }: AssetFacts): string {
  const names = facets.names?.entries() ?? [];
  return names.toSorted(([one, { count: often }], [other, { count }]) => count - often || (one < other ? -1 : 1))[0]?.[0] ?? key;
}

function lastOf({ seenBy, identities }: AssetFacts): number | null {
  let last = -Infinity;
  for (const { at } of seenBy.values()) last = Math.max(last, at ?? -Infinity);
  for (const { lastLoginAt } of identities) last = Math.max(last, lastLoginAt ?? -Infinity);
  return last === -Infinity ? null : last;
}

function scopesOf({ details: { facets } }: AssetFacts): GrantedScope[] {
  const scopes = (facets.scopes?.entries() ?? []).map(([key, { record }]): GrantedScope => {
    const [provider = '', scope = '', whom = ''] = unjoined(key);
    return { ...scopeRisk(provider, scope), provider, scope, everybody: whom === 'EVERYBODY', record };
  });
  return scopes.toSorted(
    (one, other) => other.risk - one.risk || Number(other.everybody) - Number(one.everybody) || (one.scope < other.scope ? -1 : 1),
  );
}

/** What scopes lead to. */
const DATA_OF_REACH: Readonly<Partial<Record<Reach, DataClass>>> = {
  MAIL: 'COMMUNICATION', CHAT: 'COMMUNICATION', FILES: 'DOCUMENTS', CODE: 'SOURCE_CODE', CUSTOMERS: 'PERSONAL', DIRECTORY: 'PERSONAL', CONTACTS: 'PERSONAL',
}; // prettier-ignore
const FROM_SCOPE = 0.8;
const FROM_NAME = 0.5;

function dataOf(facts: AssetFacts, scopes: readonly GrantedScope[]): HeldData[] {
  const { facets } = facts.details;
  const held = new Map<DataClass, HeldData>();
  const note = (found: HeldData): void => {
    const known = held.get(found.dataClass);
    const better =
      known === undefined ||
      found.certainty > known.certainty ||
      (found.certainty === known.certainty && (found.record ?? '') < (known.record ?? ''));
    if (better) held.set(found.dataClass, { ...found, ofRecord: found.ofRecord || (known?.ofRecord ?? false) });
    else known.ofRecord ||= found.ofRecord;
  };
  for (const [words, { record }] of [...(facets.dataClasses?.entries() ?? []), ...(facets.categories?.entries() ?? [])]) {
    const found = dataClassOf(words);
    if (found !== null) note({ ...found, certainty: 1, record });
  }
  for (const { reach, level, record } of scopes) {
    const dataClass = DATA_OF_REACH[reach];
    if (dataClass !== undefined && level !== 'SIGN_IN' && level !== 'LIMITED')
      note({ dataClass, certainty: FROM_SCOPE, ofRecord: false, record });
  }
  for (const [words, { record }] of facets.names?.entries() ?? []) {
    const found = dataClassOf(words);
    if (found !== null) note({ ...found, certainty: FROM_NAME, record });
  }
  return [...held.values()].toSorted((one, other) => weightOf(other) - weightOf(one) || (one.dataClass < other.dataClass ? -1 : 1));
}

/** How much the data matter, 0 – 1, as far as it is sure that they are there. */
export const weightOf = ({ dataClass, certainty }: HeldData): number => DATA_CLASSES[dataClass].sensitivity * certainty;
