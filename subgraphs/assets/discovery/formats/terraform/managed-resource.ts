import { type Raw, textOf, truthOf } from '../../snapshot/fields.ts';
import { readArn } from '../aws/arn.ts';
import { textsAt, textsIn } from '../json/values.ts';
import { type Entry, identity, inCloud, type Outcome, saying, silent } from '../outcome.ts';
import { isPlumbing } from '../plumbing.ts';
import { ownerOf, placementOf } from '../tags.ts';

/** A resource of a state in any of its versions. */
export interface Instance {
  /** `managed`, or `data` for what was looked up. */
  mode: string;
  type: string;
  /** What it is called in the configuration. */
  name: string;
  attributes: Raw;
  /** Its own address, without the index of one instance. */
  address: string;
  /** Addresses of other resources, absolute or from its own module on. */
  dependencies: readonly string[];
}

/** Providers that make values up, on no cloud. */
const COMPUTED = /^(?:random|null|tls|local|template|time|archive|external|http|terraform|cloudinit)(?:_|$)/;
const IDENTITY = /^(?:okta_app_(?!group|user)|azuread_(?:application|service_principal)$|auth0_client$)/;
const BY_SSO = /^okta_app_(?:saml|oauth|ws)|^azuread|^auth0/;
/** Types whose name is a host. */
const HOSTED = /(?:record|record_set|recordset|zone|domain|domain_name|hostname|certificate|distribution|dns)$/;
const NAMES = ['name', 'display_name', 'label', 'function_name', 'bucket', 'identifier', 'cluster_identifier', 'db_name', 'cluster_name', 'title', 'full_name']; // prettier-ignore
const INDEX = /\[[^\]]*\]$/;
const SUBSCRIPTION = /^\/subscriptions\/([^/]+)/i;
const PLATFORMS: Readonly<Record<string, string>> = {
  azurerm: 'azure',
  azuread: 'azure',
  azapi: 'azure',
  helm: 'kubernetes',
  k8s: 'kubernetes',
  awscc: 'aws',
};
const REGIONS = ['region', 'location', 'availability_zone', 'zone'];

/** What an instance of a resource says, of whichever provider it is. */
export function managed({ mode, type, name, attributes, address, dependencies }: Instance, names: Map<string, string>): Entry['outcome'] {
  if (mode === 'data') return silent('LOOKED_UP');
  if (COMPUTED.test(type)) return silent('COMPUTED');
  if (IDENTITY.test(type)) return ofIdentity(type, name, attributes);
  if (isPlumbing(type)) return silent('CONFIGURATION');
  const tags = { ...textsIn(attributes['tags']), ...textsIn(attributes['labels']), ...textsIn(attributes['tags_all']) };
  const arn = readArn(textOf(attributes, 'arn') ?? '');
  const id = textOf(attributes, 'id');
  const host = HOSTED.test(type) ? textOf(attributes, 'fqdn', 'hostname', 'domain_name', 'domain', 'name') : null;
  const called = tags['Name'] ?? textOf(attributes, ...NAMES) ?? arn?.name ?? id?.split('/').at(-1) ?? name;
  names.set(address, called);
  const needed = dependencies.filter(isNeeded);
  const outcome = (): Outcome =>
    saying(
      inCloud({
        name: called,
        host: host?.replace(/^\*\.|\.$/g, '') ?? null,
        details: {
          ...ownerOf(tags),
          ...placementOf(tags),
          platform: platformOf(type),
          account: textOf(attributes, 'project', 'account_id', 'subscription_id') ?? arn?.account ?? SUBSCRIPTION.exec(id ?? '')?.[1],
          region: regionOf(attributes) ?? arn?.region,
          category: type,
          tags,
          relations: needed.map((to) => ({ kind: 'DEPENDS_ON', to: nameOf(to, moduleOf(address), names) })),
        },
      }),
    );
  return needed.length === 0 ? outcome() : outcome;
}

function ofIdentity(type: string, name: string, attributes: Raw): Outcome {
  if (textOf(attributes, 'status') === 'INACTIVE' || truthOf(attributes, 'account_enabled') === false) return silent('INACTIVE');
  const host = textOf(attributes, 'sso_url', 'homepage_url', 'client_uri', 'url') ?? textsAt(attributes, 'redirect_uris')[0];
  return saying(identity({ name: textOf(attributes, ...NAMES) ?? name, host: host ?? null, hasSso: BY_SSO.test(type) }));
}

/** Types begin with their provider's name. */
function platformOf(type: string): string {
  const [provider = type] = type.split('_');
  return PLATFORMS[provider] ?? provider;
}

/** A zone is a region and a letter, with AWS, or a region, a dash and a letter. */
function regionOf(attributes: Raw): string | null {
  const region = textOf(attributes, ...REGIONS);
  return region === null
    ? null
    : region
        .toLowerCase()
        .replaceAll(' ', '')
        .replace(/-[a-z]$|(?<=\d)[a-z]$/, '');
}

/** Nothing depends on what is only wiring, made up, or looked up. */
function isNeeded(address: string): boolean {
  const [type = '', name = ''] = address.replace(INDEX, '').split('.').slice(-2);
  return name !== '' && !address.startsWith('data.') && !address.includes('.data.') && !COMPUTED.test(type) && !isPlumbing(type);
}

/** What the resource at an address is called, as far as its file says; else as the configuration calls it. */
function nameOf(address: string, module: string, names: ReadonlyMap<string, string>): string {
  const plain = address.replace(INDEX, '');
  return names.get(plain) ?? names.get(`${module}${plain}`) ?? plain.split('.').at(-1) ?? plain;
}

/** `module.shop.` of `module.shop.aws_db_instance.orders`; empty for the root. */
const moduleOf = (address: string): string => /^(?:module\.[^.]+\.)*/.exec(address)?.[0] ?? '';
