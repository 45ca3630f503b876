import type { AssetFacts, Judged } from '../classify/asset.ts';
import { type RelationKind, RELATION_KINDS } from '../details/record-details.ts';
import { type Facet, type Tally, unjoined } from '../details/tally.ts';
import { type Reach, SCOPE_LEVELS } from '../known/scope-level.ts';
import { scopeRisk } from '../known/scope-risk.ts';
import { ownersOf } from '../owners/suggest-owners.ts';
import { type Ends, endsOf } from './ends.ts';

export interface Relation {
  kind: RelationKind;
  /** Key of the asset. */
  from: string;
  /** Key of the other asset; null where the other end is none: a person, a department, a cloud. */
  to: string | null;
  /** The other end as it is written. */
  name: string;
  /** How many records say so, or how many times it was seen. */
  count: number;
  says: string;
  record: string | null;
}

/** Relations of one kind that are kept of one asset: those that most records speak for. */
export const MOST_RELATIONS = 50;
/** Less probable owners are suggested, and not shown as related. */
const LEAST_CONFIDENCE = 0.3;

/**
 * What assets have to do with each other and with people, of what is admitted, in the order of keys; at most so many of a kind for one asset.
 * @param judged of the same assets in the same order
 */
export function relationsOf(assets: readonly AssetFacts[], judged: readonly Judged[]): Relation[] {
  const ends = endsOf(assets);
  const admitted = new Set(judged.flatMap(({ key, admission }) => (admission.admitted ? [key] : [])));
  return assets.flatMap((asset) => {
    if (!admitted.has(asset.key)) return [];
    const all = [
      ...said(asset),
      ...clouds(asset),
      ...signIn(asset),
      ...granted(asset),
      ...devices(asset),
      ...payers(asset),
      ...owners(asset),
    ];
    return bounded(all.map((each) => withEnd(each, asset.key, ends)).filter(({ to, from }) => to !== from));
  });
}

/** How many other assets need each: they depend on it, run on it, sign in with it, or hold its data. */
export function dependantsOf(assets: readonly AssetFacts[]): Map<string, number> {
  const ends = endsOf(assets);
  const dependants = new Map<string, number>();
  for (const asset of assets) {
    const needed = new Set(
      [...said(asset), ...clouds(asset), ...granted(asset)].flatMap(({ kind, name }) => (kind === 'TALKS_TO' ? [] : (ends(name) ?? []))),
    );
    needed.delete(asset.key);
    for (const key of needed) dependants.set(key, (dependants.get(key) ?? 0) + 1);
  }
  return dependants;
}

type Half = Omit<Relation, 'from' | 'to'>;

function withEnd(half: Half, from: string, ends: Ends): Relation {
  const isPerson = half.kind === 'OWNED_BY' || half.kind === 'PAID_BY';
  return { ...half, from, to: isPerson ? null : ends(half.name) };
}

const entriesOf = ({ details }: AssetFacts, facet: Facet): [string, Tally][] => details.facets[facet]?.entries() ?? [];

function said(asset: AssetFacts): Half[] {
  return entriesOf(asset, 'relations').flatMap(([key, { count, record }]): Half[] => {
    const [kind = '', name = ''] = unjoined(key);
    return isKind(kind) ? [{ kind, name, count, record, says: `${WORDS[kind]} ${name}, as its records say` }] : [];
  });
}

const WORDS: Readonly<Record<RelationKind, string>> = {
  RUNS_ON: 'runs on', DEPENDS_ON: 'depends on', AUTHENTICATES_WITH: 'signs people in with', PAID_BY: 'is paid by', OWNED_BY: 'is owned by',
  TALKS_TO: 'exchanges data with', HOLDS_DATA_OF: 'holds data of',
}; // prettier-ignore

const isKind = (kind: string): kind is RelationKind => Object.hasOwn(WORDS, kind);

function clouds(asset: AssetFacts): Half[] {
  return entriesOf(asset, 'platforms').map(([key, { count, record }]) => {
    const [platform = '', account = ''] = unjoined(key);
    const where = account === '' ? '' : `, account ${account}`;
    return {
      kind: 'RUNS_ON',
      name: platform === '' ? account : platform,
      count,
      record,
      says: `runs on ${platform === '' ? 'the cloud' : platform}${where}`,
    };
  });
}

/** Whoever gives out its scopes, or the identity provider without a name. */
function signIn(asset: AssetFacts): Half[] {
  const sso = asset.identities.filter(({ hasSso }) => hasSso);
  const named = entriesOf(asset, 'relations').some(([key]) => unjoined(key)[0] === 'AUTHENTICATES_WITH');
  if (sso.length === 0 || named) return [];
  const record = sso.flatMap((each) => each.record ?? []).toSorted()[0] ?? null;
  const providers = new Set(entriesOf(asset, 'scopes').flatMap(([key]) => unjoined(key)[0] || []));
  const names = providers.size === 0 ? ['identity provider'] : [...providers].toSorted();
  return names.map((name) => ({
    kind: 'AUTHENTICATES_WITH',
    name,
    count: sso.length,
    record,
    says: `signs people in with ${providers.size === 0 ? 'the ' : ''}${name}`,
  }));
}

const REACHED: Readonly<Record<Reach, string>> = {
  MAIL: 'mail', FILES: 'files', CALENDAR: 'calendars', CONTACTS: 'contacts', CHAT: 'chats', CODE: 'source code', CUSTOMERS: 'customers', DIRECTORY: 'the directory',
  DEVICES: 'devices', CLOUD: 'the cloud', PROFILE: 'profiles', OTHER: 'data',
}; // prettier-ignore

/** What it may read, by provider. */
function granted(asset: AssetFacts): Half[] {
  const byProvider = Map.groupBy(entriesOf(asset, 'scopes'), ([key]) => unjoined(key)[0] ?? '');
  byProvider.delete('');
  return [...byProvider].flatMap(([provider, scopes]): Half[] => {
    const far = scopes.filter(([key]) => scopeRisk(provider, unjoined(key)[1] ?? '').risk >= SCOPE_LEVELS.READ.risk);
    if (far.length === 0) return [];
    const reached = [...new Set(far.map(([key]) => REACHED[scopeRisk(provider, unjoined(key)[1] ?? '').reach]))].toSorted();
    const record = far.flatMap(([, tally]) => tally.record ?? []).toSorted()[0] ?? null;
    return [{ kind: 'HOLDS_DATA_OF', name: provider, count: far.length, record, says: `may reach ${reached.join(', ')} of ${provider}` }];
  });
}

function devices(asset: AssetFacts): Half[] {
  return entriesOf(asset, 'devices').map(([name, { count, record }]) => ({
    kind: 'TALKS_TO',
    name,
    count,
    record,
    says: `was seen on the device ${name}`,
  }));
}

/** Departments, where money is paid at all. */
function payers(asset: AssetFacts): Half[] {
  if (asset.finance.length === 0) return [];
  return entriesOf(asset, 'departments').map(([name, { count, record }]) => ({
    kind: 'PAID_BY',
    name,
    count,
    record,
    says: `is paid by ${name}`,
  }));
}

function owners(asset: AssetFacts): Half[] {
  const probable = ownersOf(asset).filter(({ confidence }) => confidence >= LEAST_CONFIDENCE);
  return probable.map(({ who, confidence, evidence, record }) => ({
    kind: 'OWNED_BY', name: who, count: evidence.reduce((sum, { count }) => sum + count, 0), record, says: `is probably owned by ${who} (${Math.round(confidence * 100)} %)`,
  })); // prettier-ignore
}

/** One relation for each kind and end, those that most speaks for, in a fixed order. */
function bounded(relations: readonly Relation[]): Relation[] {
  const ends = Map.groupBy(relations, ({ kind, to, name }) => `${kind} ${to ?? `:${name.toLowerCase()}`}`);
  const merged = [...ends.values()].flatMap((same): Relation[] => {
    const [shown] = same.toSorted((one, other) => other.count - one.count || (one.says < other.says ? -1 : 1));
    return shown === undefined ? [] : [{ ...shown, count: same.reduce((sum, { count }) => sum + count, 0) }];
  });
  return RELATION_KINDS.flatMap((kind) =>
    merged
      .filter((each) => each.kind === kind)
      .toSorted((one, other) => other.count - one.count || (one.name < other.name ? -1 : 1))
      .slice(0, MOST_RELATIONS),
  );
}
