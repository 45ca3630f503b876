import { type Raw, textOf, truthOf } from '../../snapshot/fields.ts';
import { readArn } from '../aws/arn.ts';
import { textsAt, textsIn } from '../json/values.ts';
import { identity, inCloud, type Outcome, saying, silent } from '../outcome.ts';
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
  /** Addresses of other resources. */
  dependencies: readonly string[];
}

/** Providers that make values up, on no cloud. */
const COMPUTED = /^(?:random|null|tls|local|template|time|archive|external|http|terraform|cloudinit)(?:_|$)/;
const IDENTITY = /^(?:okta_app_(?!group|user)|azuread_(?:application|service_principal)$|auth0_client$)/;
const BY_SSO = /^okta_app_(?:saml|oauth|ws)|^azuread|^auth0/;
/** Types whose name is a host. */
const HOSTED = /(?:record|record_set|recordset|zone|domain|domain_name|hostname|certificate|distribution|dns)$/;
const NAMES = ['name', 'display_name', 'label', 'function_name', 'bucket', 'identifier', 'cluster_identifier', 'db_name', 'cluster_name', 'title', 'full_name']; // prettier-ignore
const REGIONS = ['region', 'location', 'availability_zone', 'zone'];

/** What an instance of a resource says, of whichever provider it is. */
export function managed({ mode, type, name, attributes, dependencies }: Instance): Outcome {
  if (mode === 'data') return silent('LOOKED_UP');
  if (COMPUTED.test(type)) return silent('COMPUTED');
  if (IDENTITY.test(type)) return ofIdentity(type, name, attributes);
  if (isPlumbing(type)) return silent('CONFIGURATION');
  const tags = { ...textsIn(attributes['tags']), ...textsIn(attributes['labels']), ...textsIn(attributes['tags_all']) };
  const arn = readArn(textOf(attributes, 'arn') ?? '');
  const id = textOf(attributes, 'id');
  const host = HOSTED.test(type) ? textOf(attributes, 'fqdn', 'hostname', 'domain_name', 'domain', 'name') : null;
  return saying(
    inCloud({
      name: tags['Name'] ?? textOf(attributes, ...NAMES) ?? arn?.name ?? id?.split('/').at(-1) ?? name,
      host: host?.replace(/^\*\.|\.$/g, '') ?? null,
      details: {
        ...ownerOf(tags),
        ...placementOf(tags),
        region: regionOf(attributes) ?? arn?.region,
        category: type,
        tags,
        relations: dependencies.flatMap(dependencyOf),
      },
    }),
  );
}

function ofIdentity(type: string, name: string, attributes: Raw): Outcome {
  if (textOf(attributes, 'status') === 'INACTIVE' || truthOf(attributes, 'account_enabled') === false) return silent('INACTIVE');
  const host = textOf(attributes, 'sso_url', 'homepage_url', 'client_uri', 'url') ?? textsAt(attributes, 'redirect_uris')[0];
  return saying(identity({ name: textOf(attributes, ...NAMES) ?? name, host: host ?? null, hasSso: BY_SSO.test(type) }));
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

/** `module.shop.aws_db_instance.orders[0]` depends on `orders`; on what is only wiring nothing depends. */
function dependencyOf(address: string): readonly { kind: 'DEPENDS_ON'; to: string }[] {
  const [type = '', name = ''] = address
    .replace(/\[[^\]]*\]$/, '')
    .split('.')
    .slice(-2);
  return name === '' || COMPUTED.test(type) || isPlumbing(type) || address.includes('data.') ? [] : [{ kind: 'DEPENDS_ON', to: name }];
}
