import type { Evidence } from '../gather/evidence.ts';
import { firstMoment, hostOf, momentOf, type Raw, textOf, truthOf } from './fields.ts';
import { contract, transaction } from './finance.ts';
import type { Moment } from './moment.ts';

/** Evidence without what is the same for every list: what the record is called, and its details. */
export type Said = Evidence extends infer Each ? (Each extends Evidence ? Omit<Each, 'record' | 'details'> : never) : never;

/** How records of one list of a snapshot are read. */
export interface ListReader {
  /** Where its records have their id. */
  ids: readonly string[];
  /** What the record says of assets; null when it says nothing. @param asOf milliseconds since 1970 */
  read: (raw: Raw, asOf: number) => Said | null;
}

const VENDORS = ['vendor', 'vendor_name', 'vendor_hint', 'publisher', 'manufacturer', 'supplier', 'observed_vendor'] as const;
const HOSTS = ['domain', 'hostname', 'host', 'fqdn'] as const;
/** Where sensors write what was gone to, when none of the usual fields says so. */
const SEEN_HOSTS = ['observed_domain', 'observed_host', 'registered_domain', 'root_domain', 'app_domain', 'destination_domain', 'destination_host', 'dest_domain', 'dest_host', 'destination', 'server_name', 'query', 'queried_domain', 'website'] as const; // prettier-ignore
const REFERENCES = ['external_ref', 'url', 'uri', 'app_url', 'website', 'homepage', 'homepage_url', 'login_url', 'sign_on_url', 'sso_url', 'dns_name', 'redirect_uri'] as const; // prettier-ignore
const SENSORS = ['source', 'sensor', 'discovery_source', 'source_type', 'sensor_type', 'detected_by', 'observed_by', 'collector', 'channel'] as const; // prettier-ignore
const SEEN_AT = ['observed_at', 'timestamp', 'last_seen', 'last_seen_at', 'last_observed_at', 'seen_at', 'detected_at', 'event_time', 'time', 'ts', 'date', 'first_seen', 'first_seen_at'] as const; // prettier-ignore
const LOG_INS = ['last_login_at', 'last_login', 'last_login_time', 'last_login_date', 'last_sign_in', 'last_sign_in_at', 'last_authentication', 'last_authenticated_at', 'last_used_at', 'last_used', 'last_access', 'last_accessed_at'] as const; // prettier-ignore
const LIFECYCLES = ['lifecycle', 'lifecycle_state', 'lifecycle_status', 'status', 'lifecycle_stage', 'life_cycle_stage_status', 'life_cycle_stage', 'life_cycle_status', 'operational_status', 'install_status', 'state'] as const; // prettier-ignore
const APPLICATIONS = ['app_name', 'application_name', 'application', 'app', 'display_name', 'label', 'product', 'service', 'software', 'asset_name'] as const; // prettier-ignore
/** What identity providers keep besides applications. */
const NO_APPLICATIONS = new Set(['user', 'group', 'role', 'person', 'member', 'device', 'policy']);

export const mentionOf = (raw: Raw, names: readonly string[]) => ({ name: textOf(raw, ...names), vendor: textOf(raw, ...VENDORS) });

/** A host, or a reference that is an address; ids of other systems are none. */
function hostOrReference(raw: Raw): string | null {
  const host = hostOf(raw, ...HOSTS);
  if (host !== null) return host;
  const reference = textOf(raw, ...REFERENCES);
  return reference !== null && /^[^\s]+\.[^\s]+$/.test(reference) ? reference : null;
}

/** Says something of an asset, and is no discovery source. */
const context = (ids: readonly string[], hosts: readonly string[], names: readonly string[] = []): ListReader => ({
  ids,
  read: (raw) => ({ plane: 'CONTEXT', ...mentionOf(raw, names), host: hostOf(raw, ...hosts) }),
});

/** The lists of a snapshot that say what runs, by their place under `planes`. Lists that are not named here are kept as they are. */
export const LISTS: Readonly<Record<string, ListReader>> = {
  'discovery.observations': {
    ids: ['observation_id', 'id'],
    read: (raw) => ({
      plane: 'DISCOVERY',
      ...mentionOf(raw, ['observed_name', 'name', ...APPLICATIONS]),
      host: hostOf(raw, ...HOSTS, 'observed_uri', 'uri', 'url') ?? hostOf(raw, ...SEEN_HOSTS),
      source: (textOf(raw, ...SENSORS) ?? 'unknown').toLowerCase(),
      at: momentOf(raw, ...SEEN_AT),
    }),
  },
  'idp.objects': {
    ids: ['idp_id', 'id'],
    read: (raw) =>
      NO_APPLICATIONS.has((textOf(raw, 'idp_type', 'object_type', 'type') ?? '').toLowerCase())
        ? null
        : {
            plane: 'IDP',
            ...mentionOf(raw, ['name', 'label', ...APPLICATIONS, 'app_label', 'title']),
            host: hostOrReference(raw),
            hasSso: truthOf(raw, 'has_sso', 'sso', 'sso_enabled') ?? false,
            lastLoginAt: momentOf(raw, ...LOG_INS),
          },
  },
  'cmdb.cis': {
    ids: ['ci_id', 'id'],
    read: (raw) => ({
      plane: 'CMDB',
      ...mentionOf(raw, ['name', 'ci_name', ...APPLICATIONS]),
      host: hostOrReference(raw),
      type: textOf(raw, 'ci_type', 'type', 'class', 'ci_class', 'sys_class_name'),
      lifecycle: textOf(raw, ...LIFECYCLES),
    }),
  },
  'cloud.resources': {
    ids: ['cloud_id', 'resource_id', 'id'],
    // A resource's own address lies under its provider's domain, which is not what it is.
    read: (raw) => ({
      plane: 'CLOUD',
      name: textOf(raw, 'name', 'resource_name', 'display_name', 'arn', 'resource_id', 'cloud_id', 'id'),
      vendor: null,
      host: textOf(raw, 'domain'),
    }),
  },
  'finance.contracts': { ids: ['contract_id', 'id'], read: contract },
  'finance.transactions': { ids: ['txn_id', 'transaction_id', 'id'], read: transaction },
  'finance.vendors': {
    ids: ['vendor_id', 'id'],
    read: (raw) => ({
      plane: 'FINANCE',
      ...mentionOf(raw, ['product', 'name', 'vendor_name', 'vendor']),
      vendor: textOf(raw, ...VENDORS, 'name'),
      host: hostOf(raw, ...HOSTS, 'website'),
      ongoing: false,
      yearly: null,
    }),
  },
  'security.attestations': {
    ids: ['attestation_id', 'id'],
    read: (raw) => ({
      plane: 'SECURITY',
      ...mentionOf(raw, ['name', ...APPLICATIONS, 'asset', 'asset_key', 'system', 'target', 'subject', 'vendor_name', 'vendor']),
      host: hostOf(raw, ...HOSTS, 'asset_domain') ?? hostOrReference(raw),
    }),
  },
  'endpoint.installed_apps': context(['install_id', 'app_id', 'id'], ['domain'], ['app_name', 'name', 'software']),
  'network.dns': context(['dns_id', 'id'], ['queried_domain', 'domain', 'query']),
  'network.proxy': context(['proxy_id', 'id'], ['domain', 'host', 'url']),
  'network.certs': {
    ids: ['cert_id', 'id'],
    // Certificates may well be for all hosts of a domain.
    read: (raw) => ({ plane: 'CONTEXT', ...mentionOf(raw, []), host: hostOf(raw, 'domain', 'subject')?.replace(/^\*\./, '') ?? null }),
  },
};

/** Planes of one list. */
const ONLY_LIST: Readonly<Record<string, string>> = {
  discovery: 'discovery.observations',
  idp: 'idp.objects',
  cmdb: 'cmdb.cis',
  cloud: 'cloud.resources',
  security: 'security.attestations',
};

/**
 * The list that a record is of which stands in its plane itself: the plane's only one, or the one whose id it has (`contract_id`); else the plane, of which
 * nothing is known.
 */
export function listOf(plane: string, raw: Raw | null): string {
  const told = Object.entries(LISTS).find(
    ([list, { ids }]) => list.startsWith(`${plane}.`) && ids.some((id) => id !== 'id' && raw?.[id] !== undefined),
  );
  return ONLY_LIST[plane] ?? told?.[0] ?? plane;
}

/** The moment that a snapshot's `meta` says it is of; null where it says none. */
export const momentOfMeta = (meta: Raw): Moment | null =>
  firstMoment(meta, ['snapshot_as_of', 'as_of', 'snapshot_date', 'created_at', 'generated_at', 'exported_at', 'timestamp']);
