import { momentOf, type Raw, textOf } from '../../snapshot/fields.ts';
import { type JsonFormat, one, type Reading } from '../format.ts';
import { at, isObject, objectAt, objectsAt, textsAt } from '../json/values.ts';
import { identity, observed, type Outcome, refused, saying, silent } from '../outcome.ts';

const SSO_MODES = new Set(['SAML_2_0', 'SAML_1_1', 'OPENID_CONNECT', 'WS_FEDERATION']);
/** Where settings of applications hold their address. */
const ADDRESSES = ['domain', 'subDomain', 'baseURL', 'baseUrl', 'url', 'siteURL', 'loginURL', 'acsUrl'];
const LOGIN = /^user\.authentication\.sso$|^app\.oauth2\.(?:token\.grant|as\.token\.grant|authorize)/;
const CONSENT = /^app\.oauth2\..*consent\.grant$/;

const isApp = (value: unknown): boolean => typeof at(value, 'signOnMode') === 'string' && typeof at(value, 'label') === 'string';
const isEvent = (value: unknown): boolean => typeof at(value, 'eventType') === 'string' && typeof at(value, 'published') === 'string';
const isUser = (value: unknown): boolean =>
  isObject(at(value, 'profile')) && at(value, 'lastLogin') !== undefined && typeof at(value, 'status') === 'string';
const isGrant = (value: unknown): boolean =>
  typeof at(value, 'scopeId') === 'string' && (typeof at(value, 'clientId') === 'string' || isObject(at(value, '_links')));

const readAs =
  (outcomeOf: (raw: Raw, reading: Reading) => Outcome): JsonFormat['read'] =>
  (element, _list, reading) =>
    isObject(element) ? one(textOf(element, 'uuid', 'id'), outcomeOf(element, reading)) : one(null, refused('NOT_AN_OBJECT'));

const listed =
  (...kinds: readonly ((value: unknown) => boolean)[]): JsonFormat['lists'] =>
  (beginning) => {
    const first: unknown = Array.isArray(beginning) ? beginning[0] : beginning;
    return kinds.some((is) => is(first)) ? [''] : null;
  };

/** Okta's applications, as its API answers. Grants and log-ins name them by their ids. */
export const oktaApps: JsonFormat = {
  kind: 'JSON',
  code: 'OKTA_APPS',
  title: 'Okta: apps, users, OAuth grants, System Log (JSON of its API)',
  isDirectory: true,
  lists: listed(isApp),
  read: readAs((raw, reading) => (isApp(raw) ? ofApp(raw, reading) : silent('NO_APPLICATION'))),
};

/** Okta's System Log. */
export const oktaLog: JsonFormat = {
  kind: 'JSON',
  code: 'OKTA_LOG',
  title: oktaApps.title,
  lists: listed(isEvent),
  read: readAs(ofEvent),
};

/** Who may do what at Okta: people, and what they granted to applications. */
export const oktaGrants: JsonFormat = {
  kind: 'JSON',
  code: 'OKTA_GRANTS',
  title: oktaApps.title,
  lists: listed(isGrant, isUser),
  read: readAs((raw, reading) => (isGrant(raw) ? ofGrant(raw, reading) : silent('NO_APPLICATION'))),
};

function ofApp(app: Raw, { directory }: Reading): Outcome {
  const [name, id] = [textOf(app, 'label', 'name'), textOf(app, 'id')];
  const host = hostOf(app);
  const client = textOf(objectAt(app, 'credentials', 'oauthClient'), 'client_id');
  for (const each of [id, client]) if (each !== null) directory.set(each, { name, host });
  if (textOf(app, 'status') === 'INACTIVE') return silent('INACTIVE');
  const hasSso = SSO_MODES.has(textOf(app, 'signOnMode') ?? '');
  const features = textsAt(app, 'features');
  return saying(
    identity({
      name,
      host,
      hasSso,
      details: {
        scim: features.length === 0 ? null : features.some((each) => /PUSH_NEW_USERS|PUSH_PROFILE_UPDATES|SCIM/.test(each)),
        relations: hasSso ? [{ kind: 'AUTHENTICATES_WITH', to: 'Okta' }] : [],
      },
    }),
  );
}

function hostOf(app: Raw): string | null {
  const settings = objectAt(app, 'settings', 'app');
  const client = objectAt(app, 'settings', 'oauthClient');
  const said = [
    textOf(settings, ...ADDRESSES),
    textOf(client, 'client_uri', 'initiate_login_uri'),
    textsAt(client, 'redirect_uris')[0],
    textOf(objectAt(app, 'settings', 'signOn'), 'ssoAcsUrl', 'destination'),
  ];
  return said.find((each) => each?.includes('.') === true) ?? null;
}

/** A log-in to an application, or a consent to one; the rest of the log is of people, policies and Okta itself. */
function ofEvent(event: Raw, { directory }: Reading): Outcome {
  const type = textOf(event, 'eventType') ?? '';
  if (!LOGIN.test(type) && !CONSENT.test(type)) return silent('NO_APPLICATION');
  const result = textOf(objectAt(event, 'outcome'), 'result');
  if (result !== null && !['SUCCESS', 'ALLOW'].includes(result)) return silent('FAILED');
  const app = [...objectsAt(event, 'target'), objectAt(event, 'actor')].find(isApplication);
  const known = directory.get(textOf(app ?? {}, 'id') ?? '');
  // The label that people know; what Okta calls its kind of application, `OpenID Connect Client`, only where there is none.
  const [label, kind] = [textOf(app ?? {}, 'alternateId'), textOf(app ?? {}, 'displayName')];
  const isAddress = label?.includes('://') === true;
  const name = known?.name ?? (isAddress || label === 'unknown' ? kind : (label ?? kind));
  if (name === null) return silent('UNKNOWN_APPLICATION');
  const host = known?.host ?? (isAddress ? label : null);
  const when = momentOf(event, 'published');
  const user = textOf(objectAt(event, 'actor'), 'alternateId', 'displayName');
  const country = textOf(objectAt(event, 'client', 'geographicalContext'), 'country');
  if (CONSENT.test(type)) return saying(observed('oauth_grant', when, { name, host, details: { user, country } }));
  const relations = [{ kind: 'AUTHENTICATES_WITH' as const, to: 'Okta' }];
  return saying(identity({ name, host, hasSso: true, lastLoginAt: when, details: { user, country, relations } }));
}

/** Ids of applications begin with 0oa, where events leave types out. */
const isApplication = (target: Raw): boolean =>
  /^(?:AppInstance|PublicClientApp)$/.test(textOf(target, 'type') ?? '') || textOf(target, 'id')?.startsWith('0oa') === true;

/** What an application may do with Okta itself. */
function ofGrant(grant: Raw, { directory }: Reading): Outcome {
  const app = objectAt(grant, '_links', 'app');
  const known = directory.get(textOf(grant, 'clientId') ?? '') ?? directory.get(textOf(app, 'href')?.split('/').at(-1) ?? '');
  const name = textOf(app, 'title') ?? known?.name ?? null;
  if (textOf(grant, 'status') === 'REVOKED') return silent('REVOKED');
  if (name === null) return silent('UNKNOWN_APPLICATION');
  const scope = textOf(grant, 'scopeId') ?? '';
  const grantedTo = textOf(grant, 'userId');
  const details = { grant: { provider: 'okta', scopes: [scope], to: grantedTo } };
  return saying(observed('oauth_grant', momentOf(grant, 'lastUpdated', 'created'), { name, host: known?.host ?? null, details }));
}
