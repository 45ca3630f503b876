import type { Evidence } from '../gather/evidence.ts';
import { momentOf, numberOf, type Raw, textOf, truthOf } from './fields.ts';

/** Evidence without what is the same for every list: what the record is called, and its details. */
export type Said = Evidence extends infer Each ? (Each extends Evidence ? Omit<Each, 'record' | 'details'> : never) : never;

/** How records of one list of a snapshot are read. */
export interface ListReader {
  /** Where its records have their id. */
  ids: readonly string[];
  /** What the record says of assets; null when it says nothing. @param asOf milliseconds since 1970 */
  read: (raw: Raw, asOf: number) => Said | null;
}

const mentionOf = (raw: Raw, names: readonly string[]) => ({
  name: textOf(raw, ...names),
  vendor: textOf(raw, 'vendor', 'vendor_name', 'vendor_hint', 'publisher'),
});

const HOSTS = ['domain', 'hostname', 'host'] as const;
const REFERENCES = ['external_ref', 'url', 'uri', 'app_url'] as const;
const DAYS_A_YEAR = 365.25;
const DAY_MS = 86_400_000;

/** A reference that is an address; ids of other systems are none. */
function addressOf(raw: Raw): string | null {
  const reference = textOf(raw, ...REFERENCES);
  return reference !== null && /^[^\s]+\.[^\s]+$/.test(reference) ? reference : null;
}

/** The lists of a snapshot that say what runs, by their place under `planes`. Lists that are not named here are kept as they are. */
export const LISTS: Readonly<Record<string, ListReader>> = {
  'discovery.observations': {
    ids: ['observation_id', 'id'],
    read: (raw) => ({
      plane: 'DISCOVERY',
      ...mentionOf(raw, ['observed_name', 'name']),
      host: textOf(raw, ...HOSTS, 'observed_uri', 'uri', 'url'),
      source: (textOf(raw, 'source', 'sensor') ?? 'unknown').toLowerCase(),
      at: momentOf(raw, 'observed_at', 'timestamp', 'last_seen'),
    }),
  },
  'idp.objects': {
    ids: ['idp_id', 'id'],
    read: (raw) => ({
      plane: 'IDP',
      ...mentionOf(raw, ['name', 'label', 'display_name']),
      host: textOf(raw, ...HOSTS) ?? addressOf(raw),
      hasSso: truthOf(raw, 'has_sso', 'sso') ?? false,
      lastLoginAt: momentOf(raw, 'last_login_at', 'last_login'),
    }),
  },
  'cmdb.cis': {
    ids: ['ci_id', 'id'],
    read: (raw) => ({
      plane: 'CMDB',
      ...mentionOf(raw, ['name', 'display_name']),
      host: textOf(raw, ...HOSTS) ?? addressOf(raw),
      type: textOf(raw, 'ci_type', 'type', 'class'),
      lifecycle: textOf(raw, 'lifecycle', 'lifecycle_state', 'status'),
    }),
  },
  'cloud.resources': {
    ids: ['cloud_id', 'resource_id', 'id'],
    // A resource's own address lies under its provider's domain, which is not what it is.
    read: (raw) => ({ plane: 'CLOUD', ...mentionOf(raw, ['name', 'resource_name']), vendor: null, host: textOf(raw, 'domain') }),
  },
  'finance.contracts': {
    ids: ['contract_id', 'id'],
    read: (raw, asOf) => {
      const [from, to] = [momentOf(raw, 'start_date'), momentOf(raw, 'end_date', 'renewal_date')];
      const value = numberOf(raw, 'annual_value', 'amount', 'value');
      return {
        plane: 'FINANCE',
        ...mentionOf(raw, ['product', 'name']),
        host: textOf(raw, ...HOSTS),
        ongoing: (from === null || from <= asOf) && (to === null || to + DAY_MS > asOf),
        yearly:
          value === null || from === null || to === null || to <= from
            ? value
            : Math.min(value, (value * DAYS_A_YEAR * DAY_MS) / (to - from)),
      };
    },
  },
  'finance.transactions': {
    ids: ['txn_id', 'transaction_id', 'id'],
    read: (raw) => ({
      plane: 'FINANCE',
      ...mentionOf(raw, ['product', 'merchant']),
      host: textOf(raw, ...HOSTS),
      ongoing: truthOf(raw, 'is_recurring', 'recurring') ?? false,
      yearly: null,
    }),
  },
  'finance.vendors': {
    ids: ['vendor_id', 'id'],
    read: (raw) => ({
      plane: 'FINANCE',
      ...mentionOf(raw, ['product']),
      host: textOf(raw, ...HOSTS, 'website'),
      ongoing: false,
      yearly: null,
    }),
  },
  'security.attestations': {
    ids: ['attestation_id', 'id'],
    read: (raw) => ({
      plane: 'SECURITY',
      ...mentionOf(raw, ['name', 'asset_name', 'application', 'app_name']),
      host: textOf(raw, ...HOSTS, 'asset_domain'),
    }),
  },
};
