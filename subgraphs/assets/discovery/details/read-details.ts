import { momentOf, numberOf, type Raw, textOf, truthOf } from '../snapshot/fields.ts';
import { CONTRACT_END, CONTRACT_START, PAID_AT } from '../snapshot/finance.ts';
import type { RecordDetails, RelationKind, SaidGrant } from './record-details.ts';

/** Reads what a record of a snapshot says beyond what it is judged by. @param list its place under `planes`, as `finance.contracts` */
export function readDetails(list: string, raw: Raw): RecordDetails | null {
  const said: RecordDetails = {};
  // Every record comes through here, a million in a scan: nothing is made for fields that it does not have.
  for (const { to, fields } of TEXTS)
    for (const field of fields) {
      const text = raw[field] === undefined ? null : textOf(raw, field);
      if (text === null) continue;
      said[to] = text;
      break;
    }
  const at = momentOf(raw, ...TIMES);
  if (at !== null) said.at = at;
  const [classes, tags] = [textsOf(raw, CLASSES), tagsOf(raw['tags'] ?? raw['labels'])];
  if (classes !== null) said.dataClasses = classes;
  if (tags !== null) said.tags = tags;
  const own = READERS[list]?.(raw);
  if (own !== undefined) for (const [field, value] of Object.entries(own)) if (value !== null) Object.assign(said, { [field]: value });
  return Object.keys(said).length === 0 ? null : said;
}

/** Fields with texts, and what they are called. */
const TEXTS = [
  { to: 'owner', fields: ['owner_email', 'owner', 'owned_by', 'business_owner', 'technical_owner'] },
  { to: 'department', fields: ['department', 'cost_center', 'business_unit'] },
  { to: 'user', fields: ['user_email', 'user', 'actor', 'username'] },
  { to: 'device', fields: ['device_id', 'source_device', 'device'] },
  { to: 'environment', fields: ['environment', 'env'] },
  { to: 'region', fields: ['region', 'location'] },
  { to: 'country', fields: ['country', 'country_code', 'geo'] },
  { to: 'category', fields: ['category'] },
  { to: 'repository', fields: ['repository', 'repo', 'repository_url'] },
] as const;
const TIMES = ['last_seen_at', 'last_seen', 'timestamp', 'queried_at', 'installed_at', 'updated_at'] as const;
const CLASSES = ['data_classes', 'data_classification', 'data_domain', 'data_types'] as const;

/** A record's details with fields that may hold nothing yet. */
type Said = { [K in keyof RecordDetails]?: RecordDetails[K] | null };

/** What lists have of their own. */
const READERS: Readonly<Record<string, (raw: Raw) => Said>> = {
  'discovery.observations': (raw) => ({
    bytes: numberOf(raw, 'bytes_out', 'bytes_sent', 'bytes'),
    category: textOf(raw, 'category_hint', 'category'),
  }),
  'idp.objects': (raw) => ({
    scim: truthOf(raw, 'has_scim', 'scim'),
    users: numberOf(raw, 'assigned_users', 'user_count', 'active_users'),
    grant: grantOf(raw),
  }),
  'cmdb.cis': (raw) => ({
    systemOfRecord: truthOf(raw, 'is_system_of_record', 'system_of_record', 'sor'),
    tier: textOf(raw, 'criticality', 'business_criticality', 'tier'),
    users: numberOf(raw, 'user_count', 'users'),
    relations: relationsOf(raw),
  }),
  'cloud.resources': (raw) => ({
    platform: textOf(raw, 'cloud_provider', 'provider'),
    account: textOf(raw, 'account_id', 'account', 'project', 'project_id', 'subscription_id'),
    relations: relationsOf(raw),
  }),
  'finance.contracts': (raw) => ({
    contract: {
      amount: numberOf(raw, 'annual_value', 'amount', 'value'),
      currency: textOf(raw, 'currency'),
      from: momentOf(raw, ...CONTRACT_START),
      to: momentOf(raw, ...CONTRACT_END),
      product: textOf(raw, 'product', 'name'),
      seats: numberOf(raw, 'seats', 'licenses', 'licences', 'quantity'),
    },
  }),
  'finance.transactions': (raw) => {
    const amount = numberOf(raw, 'amount', 'value', 'total');
    if (amount === null) return {};
    return {
      payment: { amount, currency: textOf(raw, 'currency'), at: momentOf(raw, ...PAID_AT) },
    };
  },
  'security.attestations': (raw) => ({
    attestation: {
      standard: textOf(raw, 'standard', 'attestation_type', 'framework', 'type', 'certification'),
      issued: momentOf(raw, 'attestation_date', 'issued_at', 'issue_date', 'valid_from', 'date'),
      expires: momentOf(raw, 'expires_at', 'expiry_date', 'valid_until', 'valid_to', 'expiration_date'),
    },
  }),
  'network.certs': (raw) => ({
    certificate: {
      subject: textOf(raw, 'subject', 'common_name', 'domain'),
      issuer: textOf(raw, 'issuer'),
      from: momentOf(raw, 'not_before', 'valid_from'),
      to: momentOf(raw, 'not_after', 'valid_to', 'expires_at'),
    },
  }),
  'network.proxy': (raw) => ({ bytes: numberOf(raw, 'bytes_out', 'bytes_sent', 'bytes') }),
  'endpoint.installed_apps': (raw) => {
    const name = textOf(raw, 'app_name', 'name', 'software');
    return { software: name === null ? null : [name, textOf(raw, 'version')].filter((part) => part !== null).join(' ') };
  },
};

const MOST_TAGS = 50;
const MOST_TEXTS = 200;

/** Tags as an object, or as a list of keys with values. */
function tagsOf(value: unknown): Record<string, string> | null {
  if (value === undefined || value === null) return null;
  const pairs = Array.isArray(value)
    ? value.flatMap((each: unknown): [string, unknown][] => (isRaw(each) ? [[textOf(each, 'key', 'Key', 'name') ?? '', each['value'] ?? each['Value']]] : []))
    : isRaw(value) ? Object.entries(value) : []; // prettier-ignore
  const texts = pairs
    .flatMap(([key, each]) => (key === '' ? [] : [[key, textOf({ each }, 'each')] as const]))
    .filter((pair): pair is [string, string] => pair[1] !== null);
  return texts.length === 0 ? null : Object.fromEntries(texts.slice(0, MOST_TAGS));
}

/** The first of some fields that holds a list of texts, or texts in one with commas, semicolons or spaces between. */
function textsOf(raw: Raw, fields: readonly string[]): string[] | null {
  for (const field of fields) {
    const value = raw[field];
    if (value === undefined) continue;
    const texts = Array.isArray(value)
      ? value.filter((each) => typeof each === 'string')
      : typeof value === 'string'
        ? value.split(/[,;]/)
        : [];
    const said = texts.map((each) => each.trim()).filter((each) => each !== '');
    if (said.length > 0) return said.slice(0, MOST_TEXTS);
  }
  return null;
}

function grantOf(raw: Raw): SaidGrant | null {
  const scopes = textsOf(raw, ['scopes', 'oauth_scopes', 'permissions'])?.flatMap((each) => each.split(/\s+/)) ?? null;
  if (scopes === null) return null;
  const consent = textOf(raw, 'consent_type', 'consent');
  const at = momentOf(raw, 'granted_at', 'consented_at');
  const everybody = truthOf(raw, 'admin_consent') === true || /admin|allprincipals/i.test(consent ?? '');
  return {
    provider: textOf(raw, 'idp_provider', 'provider', 'idp'),
    scopes,
    to: everybody ? null : (textOf(raw, 'granted_by', 'user_email', 'user') ?? 'somebody'),
    ...(at === null ? {} : { at }),
  };
}

const RELATION_FIELDS: readonly (readonly [kind: RelationKind, fields: readonly string[]])[] = [
  ['DEPENDS_ON', ['depends_on', 'dependencies', 'upstream']],
  ['RUNS_ON', ['runs_on', 'hosted_on', 'host_id']],
  ['AUTHENTICATES_WITH', ['authenticates_with', 'sso_provider', 'identity_provider']],
  ['TALKS_TO', ['talks_to', 'integrations', 'connections']],
  ['HOLDS_DATA_OF', ['holds_data_of', 'data_sources']],
];

function relationsOf(raw: Raw): { kind: RelationKind; to: string }[] | null {
  const said = RELATION_FIELDS.flatMap(([kind, fields]) => (textsOf(raw, fields) ?? []).map((to) => ({ kind, to })));
  return said.length === 0 ? null : said.slice(0, MOST_TEXTS);
}

const isRaw = (value: unknown): value is Raw => typeof value === 'object' && value !== null && !Array.isArray(value);
