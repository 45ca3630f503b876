import { momentOf, type Raw, textOf, truthOf } from '../../snapshot/fields.ts';
import { type JsonFormat, one, type Reading } from '../format.ts';
import { at, isObject, listAt, objectAt, textsAt } from '../json/values.ts';
import { identity, observed, type Outcome, refused, saying, silent } from '../outcome.ts';

/** The tenant that Microsoft's own applications are registered in. */
const MICROSOFT = 'f8cdef31-a31e-4b4a-93e4-5f571e91255a';
const PROVIDER = 'Entra';
const WITHOUT_SSO = new Set(['password', 'notSupported']);

const isGrant = (value: unknown): boolean =>
  typeof at(value, 'clientId') === 'string' && typeof at(value, 'scope') === 'string' && at(value, 'consentType') !== undefined;
const isSignIn = (value: unknown): boolean =>
  typeof at(value, 'appDisplayName') === 'string' &&
  (at(value, 'userPrincipalName') !== undefined || at(value, 'createdDateTime') !== undefined) &&
  !isPrincipal(value);
const isPrincipal = (value: unknown): boolean => typeof at(value, 'appId') === 'string' && typeof at(value, 'displayName') === 'string';

const graphFormat = (
  code: string,
  contexts: RegExp,
  is: (value: unknown) => boolean,
  outcomeOf: (raw: Raw, reading: Reading) => Outcome,
): JsonFormat => ({
  kind: 'JSON',
  code,
  title: 'Microsoft Entra ID: servicePrincipals, applications, signIns, oauth2PermissionGrants (JSON of Graph)',
  lists: (beginning) => {
    const [list, first]: readonly [string, unknown] = Array.isArray(beginning)
      ? ['', beginning[0]]
      : ['value', listAt(beginning, 'value')[0]];
    return is(first) || contexts.test(String(at(beginning, '@odata.context'))) ? [list] : null;
  },
  read: (element, _list, reading) =>
    isObject(element) ? one(textOf(element, 'id'), outcomeOf(element, reading)) : one(null, refused('NOT_AN_OBJECT')),
});

/** Service principals and applications, as Microsoft Graph and `az ad` answer. Grants and sign-ins name them by their ids. */
export const entraApplications: JsonFormat = {
  ...graphFormat('ENTRA_APPLICATIONS', /#(?:servicePrincipals|applications)/, isPrincipal, ofPrincipal),
  isDirectory: true,
};
export const entraSignIns = graphFormat('ENTRA_SIGN_INS', /#auditLogs\/signIns/, isSignIn, ofSignIn);
export const entraGrants = graphFormat('ENTRA_GRANTS', /#oauth2PermissionGrants/, isGrant, ofGrant);

/** A service principal, or an application that is registered here. */
function ofPrincipal(raw: Raw, { directory }: Reading): Outcome {
  const name = textOf(raw, 'displayName');
  const web = objectAt(raw, 'web');
  const addresses = [
    textOf(raw, 'homepage', 'loginUrl'),
    textOf(web, 'homePageUrl'),
    ...textsAt(raw, 'replyUrls'),
    ...textsAt(web, 'redirectUris'),
  ];
  const host = addresses.find((each) => each !== null && /^https?:\/\/[^/]*\./.test(each)) ?? null;
  for (const id of [textOf(raw, 'id'), textOf(raw, 'appId')]) if (id !== null) directory.set(id, { name, host });
  if (textOf(raw, 'servicePrincipalType') === 'ManagedIdentity') return silent('NO_APPLICATION');
  if (textOf(raw, 'appOwnerOrganizationId', 'appOwnerTenantId') === MICROSOFT) return silent('BUILT_IN');
  if (truthOf(raw, 'accountEnabled') === false) return silent('INACTIVE');
  const mode = textOf(raw, 'preferredSingleSignOnMode');
  // Without a mode an application that has somewhere to return to logs people in by OpenID Connect.
  const hasSso = mode === null ? addresses.some((each) => each !== null) : !WITHOUT_SSO.has(mode);
  return saying(
    identity({
      name,
      host,
      vendor: textOf(raw, 'publisherName') ?? textOf(objectAt(raw, 'verifiedPublisher'), 'displayName'),
      hasSso,
      details: { relations: hasSso ? [{ kind: 'AUTHENTICATES_WITH', to: PROVIDER }] : [] },
    }),
  );
}

function ofSignIn(raw: Raw, { directory }: Reading): Outcome {
  const error = at(raw, 'status', 'errorCode');
  if (error !== undefined && error !== 0) return silent('FAILED');
  const known = directory.get(textOf(raw, 'appId') ?? '');
  const name = textOf(raw, 'appDisplayName') ?? known?.name ?? null;
  if (name === null) return silent('UNKNOWN_APPLICATION');
  const details = {
    user: textOf(raw, 'userPrincipalName', 'userDisplayName'),
    country: textOf(objectAt(raw, 'location'), 'countryOrRegion'),
    relations: [{ kind: 'AUTHENTICATES_WITH' as const, to: PROVIDER }],
  };
  return saying(identity({ name, host: known?.host ?? null, hasSso: true, lastLoginAt: momentOf(raw, 'createdDateTime'), details }));
}

/** What an application may do in people's names. It is named by an id only, which its service principal tells. */
function ofGrant(raw: Raw, { directory }: Reading): Outcome {
  const known = directory.get(textOf(raw, 'clientId') ?? '');
  if (known === undefined) return silent('UNKNOWN_APPLICATION');
  const scopes = (textOf(raw, 'scope') ?? '').split(/\s+/).filter((scope) => scope !== '');
  const to = textOf(raw, 'consentType') === 'AllPrincipals' ? null : textOf(raw, 'principalId');
  return saying(
    observed('oauth_grant', momentOf(raw, 'startTime'), { ...known, details: { grant: { provider: 'microsoft', scopes, to } } }),
  );
}
