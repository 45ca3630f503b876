/*
 * The rules of discovery once more: plainly, slowly, asset by asset, from their text (docs/guides/discovery.md) and from nothing that the product is made
 * of. It reads the snapshots and policies that the generator beside it writes, and no others.
 */

export type RawRecord = Readonly<Record<string, unknown>>;
export type Planes = Readonly<Record<string, Readonly<Record<string, readonly RawRecord[]>>>>;

export interface OracleAsset {
  key: string;
  admission: string;
  class: string;
  activity: string;
  reasons: string[];
  copyOf: string | null;
}

export interface OraclePolicy {
  noiseFloor: number;
  windowDays: number;
  requireSso: boolean;
  requireLifecycle: boolean;
  requireType: boolean;
  corroborated: boolean;
  vendorPropagation: boolean;
  includeInfrastructure: boolean;
  exclusions: readonly string[];
  banned: readonly string[];
  infrastructure: readonly string[];
  own: readonly string[];
  aliases: Readonly<Record<string, string>>;
}

const DAY = 24 * 60 * 60 * 1000;
/** The public suffixes that the generator uses, of the ICANN section. */
const SUFFIXES = ['co.uk', 'com.au', 'com', 'io', 'so', 'net', 'dev', 'org'];
const COPIES = ['legacy', 'old', 'test', 'staging', 'dev', 'sandbox', 'qa', 'uat', 'demo', 'deprecated'];
const LIVING = ['active', 'production', 'prod', 'live', 'in use', 'operational', 'deployed', 'installed'];
const DEAD = ['retired', 'decommissioned', 'disposed', 'end of life', 'eol', 'inactive', 'archived'];
const TYPES = ['app', 'application', 'service', 'business service', 'saas', 'software', 'database', 'server', 'infra', 'infrastructure'];

const str = (value: unknown): string | null => (typeof value === 'string' && value.trim() !== '' ? value.trim() : null);
const plain = (value: unknown): string => (str(value) ?? '').toLowerCase().replace(/[^a-z0-9]/g, '');
const time = (value: unknown): number | null => (str(value) === null ? null : Date.parse(str(value) ?? ''));

interface Id {
  kind: 'domain' | 'host' | 'name';
  key: string;
}

/** The host in a domain, URL or host with a port; null for none. */
function hostIn(text: string): string {
  let host = text.toLowerCase();
  if (host.includes('://')) host = host.slice(host.indexOf('://') + 3);
  host = host.split('/')[0] ?? '';
  host = host.split(':')[0] ?? '';
  while (host.endsWith('.')) host = host.slice(0, -1);
  return host;
}

function registrable(host: string): string | null {
  for (const suffix of SUFFIXES) {
    if (!host.endsWith(`.${suffix}`)) continue;
    const labels = host.slice(0, -suffix.length - 1).split('.');
    return `${labels[labels.length - 1] ?? ''}.${suffix}`;
  }
  return null;
}

function throughAliases(key: string, aliases: Readonly<Record<string, string>>): string {
  let at = key;
  for (let step = 0; step < 5_000; step += 1) {
    const next = aliases[at];
    if (next === undefined || next === at) return at;
    at = next;
  }
  return key; // a circle: no alias
}

/** What a record is of; 'bad' for what is kept out, null for a record without domain and name. */
function idOf(domain: unknown, name: unknown, policy: OraclePolicy): Id | 'bad' | null {
  const written = str(domain);
  let isAddress = false;
  if (written !== null) {
    const host = hostIn(written);
    if (host.startsWith('*.') || /(^|\.)xn--/.test(host)) return 'bad';
    isAddress = /^\d+\.\d+\.\d+\.\d+$/.test(host);
    const top = registrable(host);
    if (top !== null) return { kind: 'domain', key: throughAliases(top, policy.aliases) };
    if (!isAddress) return { kind: 'host', key: host };
  }
  const called = str(name);
  if (called !== null && /^\S+\.\S+$/.test(called)) {
    if (/^\d+\.\d+\.\d+\.\d+$/.test(called)) return 'bad';
    const top = registrable(called.toLowerCase());
    if (top !== null) return { kind: 'domain', key: throughAliases(top, policy.aliases) };
  }
  if (plain(called) !== '') return { kind: 'name', key: plain(called) };
  return isAddress ? 'bad' : null;
}

interface Rec {
  plane: 'idp' | 'cmdb' | 'cloud' | 'contract' | 'transaction' | 'attestation';
  raw: RawRecord;
  id: Id | null;
  name: string;
  vendor: string;
}

interface Ast {
  id: Id;
  names: Set<string>;
  vendors: Set<string>;
  seen: RawRecord[];
  records: Rec[];
}

/** What an asset is called: as records say, else as its domain begins. */
function namesOf(asset: Ast): string[] {
  const names = [...asset.names].filter((name) => name !== '');
  if (asset.id.kind === 'name') names.push(asset.id.key);
  return names.length > 0 ? names : [plain(asset.id.key.split('.')[0])];
}

const wordsOf = (name: unknown): string[] => (str(name) ?? '').toLowerCase().split(/[^a-z0-9]+/);

/** The asset that has the name without its mark, where every record of an asset without a domain is called a copy. */
function originalOf(asset: Ast, assets: readonly Ast[]): string | null {
  const called = asset.records.filter(({ plane }) => plane === 'idp' || plane === 'cmdb').map(({ raw }) => wordsOf(raw['name']));
  if (asset.id.kind !== 'name' || called.length === 0) return null;
  if (!called.every((words) => words.some((word) => COPIES.includes(word)))) return null;
  const inOrder = [...assets].sort((one, other) => (one.id.key < other.id.key ? -1 : 1));
  const originals = called
    .map((words) => words.filter((word) => !COPIES.includes(word)).join(''))
    .map((name) => inOrder.find((other) => namesOf(other).includes(name))?.id.key)
    .filter((key) => key !== undefined && key !== asset.id.key);
  return originals.sort()[0] ?? null;
}

const sameFamily = (one: Rec['plane'], other: Rec['plane']): boolean => planeOf(one) === planeOf(other);
const planeOf = (plane: Rec['plane']): string => (plane === 'contract' || plane === 'transaction' ? 'finance' : plane);

/** Judges every asset of a snapshot. @param asOf milliseconds since 1970 */
export function oracle(planes: Planes, policy: OraclePolicy, asOf: number): OracleAsset[] {
  const assets: Ast[] = [];
  const assetOf = (id: Id): Ast => {
    let asset = assets.find((each) => each.id.key === id.key);
    if (asset === undefined) assets.push((asset = { id: { ...id }, names: new Set(), vendors: new Set(), seen: [], records: [] }));
    if (id.kind === 'host' && asset.id.kind === 'name') asset.id.kind = 'host';
    return asset;
  };
  const unique = (list: readonly RawRecord[] | undefined, id: string): RawRecord[] =>
    (list ?? []).filter((raw, at, all) => all.findIndex((other) => other[id] === raw[id]) === at);

  for (const raw of unique(planes['discovery']?.['observations'], 'observation_id')) {
    const at = time(raw['observed_at']);
    if (at !== null && at > asOf) continue;
    const id = idOf(raw['domain'], raw['observed_name'], policy);
    if (id === null || id === 'bad') continue;
    const asset = assetOf(id);
    asset.seen.push(raw);
    asset.names.add(plain(raw['observed_name']));
    asset.vendors.add(plain(raw['vendor_hint']));
  }

  const records: Rec[] = [];
  const take = (
    plane: Rec['plane'],
    list: readonly RawRecord[] | undefined,
    idField: string,
    nameOf: (raw: RawRecord) => unknown,
  ): void => {
    for (const raw of unique(list, idField)) {
      if (plane === 'idp' && (time(raw['last_login_at']) ?? 0) > asOf) continue;
      if (plane === 'transaction' && (time(raw['date']) ?? 0) > asOf) continue;
      const id = idOf(raw['domain'], nameOf(raw), policy);
      if (id === 'bad') continue;
      const vendor = plane === 'cloud' ? '' : plain(raw['vendor']);
      if (id === null && !(vendor !== '' && ['cmdb', 'contract', 'transaction'].includes(plane))) continue;
      records.push({ plane, raw, id, name: plain(nameOf(raw)), vendor });
    }
  };
  take('idp', planes['idp']?.['objects'], 'idp_id', (raw) => raw['name']);
  take('cmdb', planes['cmdb']?.['cis'], 'ci_id', (raw) => raw['name']);
  take('cloud', planes['cloud']?.['resources'], 'cloud_id', (raw) => str(raw['name']) ?? raw['cloud_id']);
  take('contract', planes['finance']?.['contracts'], 'contract_id', (raw) => str(raw['product']) ?? raw['vendor']);
  take('transaction', planes['finance']?.['transactions'], 'txn_id', (raw) => str(raw['product']) ?? raw['vendor']);
  take('attestation', planes['security']?.['attestations'], 'attestation_id', (raw) => raw['name']);

  // What says that something runs makes assets: under its domain, ...
  const forms = (record: Rec): boolean => ['idp', 'cmdb', 'cloud'].includes(record.plane);
  for (const record of records)
    if (forms(record) && record.id !== null && (record.id.kind === 'domain' || (record.id.kind === 'host' && record.name === '')))
      assetOf(record.id);
  const byDomain = (record: Rec, asset: Ast): boolean => record.id !== null && record.id.kind !== 'name' && record.id.key === asset.id.key;
  for (const asset of assets)
    for (const record of records)
      if (byDomain(record, asset) && forms(record)) {
        asset.names.add(record.name);
        if (record.vendor !== '') asset.vendors.add(record.vendor);
      }
  // ... else under its name, where nothing is called so.
  const hasDomainPartner = (record: Rec): boolean => assets.some((asset) => byDomain(record, asset));
  const nameless = records.filter((record) => forms(record) && record.name !== '' && !hasDomainPartner(record));
  const newNames = nameless.map(({ name }) => name).filter((name) => !assets.some((asset) => namesOf(asset).includes(name)));
  for (const name of newNames) assetOf({ kind: 'name', key: name }).names.add(name);

  // By domain, else by name: the name counts where the record, or the asset, has no partner by domain.
  const pairs = (asset: Ast, record: Rec): 'domain' | 'name' | null => {
    if (byDomain(record, asset)) return 'domain';
    if (record.name === '' || !namesOf(asset).includes(record.name)) return null;
    const assetHasOwn = records.some((other) => sameFamily(other.plane, record.plane) && byDomain(other, asset));
    return hasDomainPartner(record) && assetHasOwn ? null : 'name';
  };
  for (const asset of assets) asset.records = records.filter((record) => pairs(asset, record) !== null);
  const vendorsBefore = assets.map((asset) => new Set(asset.vendors));
  for (const asset of assets)
    for (const record of asset.records)
      if (forms(record) && record.vendor !== '' && !hasDomainPartner(record)) asset.vendors.add(record.vendor);
  // The CMDB and finance also by vendor, where the record, or the asset, has found no partner so far.
  const partnered = new Set(assets.flatMap((asset) => asset.records));
  const byVendor = assets.map((asset) =>
    records.filter((record) => {
      if (!['cmdb', 'contract', 'transaction'].includes(record.plane) || record.vendor === '') return false;
      if (!asset.vendors.has(record.vendor) && !namesOf(asset).includes(record.vendor)) return false;
      return !partnered.has(record) || !asset.records.some((other) => sameFamily(other.plane, record.plane));
    }),
  );
  byVendor.forEach((more, at) => assets[at]?.records.push(...more));
  if (vendorsBefore.length !== assets.length) throw new Error('assets changed while they were judged');

  return judge(assets, policy, asOf);
}

function judge(assets: readonly Ast[], policy: OraclePolicy, asOf: number): OracleAsset[] {
  const isRecent = (at: number | null): boolean => at !== null && asOf - at <= policy.windowDays * DAY;
  const accepted = (record: Rec, asset: Ast): boolean => {
    if (record.plane === 'idp') {
      return (record.raw['has_sso'] === true || !policy.requireSso) && !wordsOf(record.raw['name']).some((word) => COPIES.includes(word));
    }
    const state = (str(record.raw['lifecycle']) ?? '').toLowerCase();
    if (policy.requireLifecycle && (!LIVING.includes(state) || DEAD.includes(state))) return false;
    if (policy.requireType && !TYPES.includes((str(record.raw['ci_type']) ?? '').toLowerCase())) return false;
    if (!policy.corroborated) return true;
    return (
      asset.seen.length > 0 || asset.records.some((other) => other.plane !== 'cmdb' && (other.plane !== 'idp' || accepted(other, asset)))
    );
  };
  const has = (asset: Ast, plane: 'idp' | 'cmdb'): boolean =>
    asset.records.some((record) => record.plane === plane && accepted(record, asset));
  const governingVendors = new Set(
    assets.filter((asset) => has(asset, 'idp') || has(asset, 'cmdb')).flatMap(({ vendors }) => [...vendors]),
  );
  governingVendors.delete('');
  const isIn = (list: readonly string[], asset: Ast): boolean =>
    list.some((entry) => {
      const top = registrable(hostIn(entry));
      const listed = throughAliases(top ?? plain(entry), policy.aliases);
      return listed === asset.id.key || asset.names.has(listed);
    });

  return assets.map((asset) => {
    const [idp, cmdb] = [has(asset, 'idp'), has(asset, 'cmdb')];
    const byVendor = !idp && !cmdb && policy.vendorPropagation && [...asset.vendors].some((vendor) => governingVendors.has(vendor));
    const governed = idp || cmdb || byVendor;
    const moments = [
      ...asset.seen.map((raw) => time(raw['observed_at'])),
      ...asset.records.filter(({ plane }) => plane === 'idp').map(({ raw }) => time(raw['last_login_at'])),
    ].filter((at) => at !== null);
    const activity = moments.length === 0 ? 'NONE' : moments.some(isRecent) ? 'RECENT' : 'STALE';
    const inForce = ({ raw }: Rec): boolean => {
      const [from, to] = [time(raw['start_date']), time(raw['end_date'])];
      const wholeDay = str(raw['end_date'])?.length === 10 ? DAY - 1 : 0;
      return (from === null || from <= asOf) && (to === null || to + wholeDay >= asOf);
    };
    const contracts = asset.records.filter(({ plane }) => plane === 'contract');
    const transactions = asset.records.filter(({ plane }) => plane === 'transaction');
    const ongoing = contracts.some(inForce) || transactions.some(({ raw }) => raw['is_recurring'] === true);
    const cloud = asset.records.some(({ plane }) => plane === 'cloud');
    const attested = asset.records.some(({ plane }) => plane === 'attestation');
    const external = asset.id.kind === 'domain' && !isIn(policy.own, asset);
    const recentSources = new Set(
      asset.seen.filter((raw) => isRecent(time(raw['observed_at']))).map((raw) => String(raw['source']).toLowerCase()),
    );
    const isPlumbing = !policy.includeInfrastructure && isIn(policy.infrastructure, asset);

    let admission: string;
    if (isIn(policy.banned, asset)) admission = 'BANNED';
    else if (isIn(policy.exclusions, asset)) admission = 'EXCLUDED';
    else if (isPlumbing) admission = 'INFRASTRUCTURE';
    else if (asset.id.kind === 'host') admission = 'NO_PUBLIC_SUFFIX';
    else if (governed || cloud || recentSources.size >= policy.noiseFloor) admission = 'ADMITTED';
    else admission = 'TOO_FEW_SOURCES';

    let judged = 'CLEAN';
    if (external && activity === 'RECENT' && !governed) judged = 'SHADOW';
    else if (governed && activity === 'STALE' && ongoing) judged = 'ZOMBIE';
    else if (external && activity === 'STALE' && !governed) judged = 'PARKED';

    const reasons = [idp ? 'HAS_IDP' : 'NO_IDP', cmdb ? 'HAS_CMDB' : 'NO_CMDB', governed ? 'GOVERNED' : 'UNGOVERNED'];
    reasons.push(attested ? 'HAS_SECURITY_ATTESTATION' : 'NO_SECURITY_ATTESTATION');
    if (asset.seen.length > 0) reasons.push('HAS_DISCOVERY');
    if (byVendor) reasons.push('VENDOR_GOVERNED');
    if (contracts.length + transactions.length > 0) reasons.push('HAS_FINANCE');
    if (ongoing) reasons.push('HAS_ONGOING_FINANCE');
    if (cloud) reasons.push('HAS_CLOUD');
    if (activity !== 'NONE') reasons.push(`${activity}_ACTIVITY`);
    if (isIn(policy.banned, asset) || isIn(policy.exclusions, asset) || isPlumbing) reasons.push('POLICY_EXCLUDED');
    return { key: asset.id.key, admission, class: judged, activity, reasons: reasons.toSorted(), copyOf: originalOf(asset, assets) };
  });
}
