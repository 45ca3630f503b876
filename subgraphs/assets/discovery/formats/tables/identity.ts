import { textOf, truthOf } from '../../snapshot/fields.ts';
import type { TableFormat } from '../format.ts';
import { identity, observed, saying, silent } from '../outcome.ts';
import { amountOf, partsOf, whenOf } from './cells.ts';
import { HOST, OWNER, USERS, VENDOR } from './words.ts';

const SSO = /saml|oidc|openid|oauth|ws-?fed|federat|^(?:true|yes|1|enabled|on|sso)$/i;
const INACTIVE = /^(?:inactive|disabled|deactivated|deleted|false)$/i;
const NAME = ['applicationname', 'applicationlabel', 'appname', 'label', 'displayname', 'application', 'app', 'name'];

/** An identity provider's applications as its reports list them. */
export const identityApps: TableFormat = {
  kind: 'TABLE',
  code: 'IDENTITY_APPS',
  title: 'applications of an identity provider (CSV, JSON: name, single sign-on, last log-in)',
  named: /idp|identity|okta|entra|azuread|sso/i,
  id: 'id',
  columns: {
    id: ['idpid', 'appid', 'applicationid', 'objectid', 'clientid', 'id'],
    name: NAME,
    sso: ['signonmode', 'ssomode', 'singlesignonmode', 'ssotype', 'hassso', 'sso', 'ssoenabled', 'singlesignon'],
    login: ['lastlogin', 'lastloginat', 'lastsignin', 'lastsignindate', 'lastsignindatetime', 'lastused', 'lastaccess'],
    scim: ['scim', 'hasscim', 'scimenabled', 'provisioning', 'provisioningenabled'],
    status: ['status', 'enabled', 'accountenabled'],
    host: [...HOST, 'homepage', 'homepageurl', 'loginurl', 'appurl'],
    vendor: VENDOR,
    users: [...USERS, 'assignedusers', 'assignments'],
    owner: OWNER,
  },
  required: [['name'], ['sso']],
  read: (row) => {
    if (INACTIVE.test(textOf(row, 'status') ?? '')) return silent('INACTIVE');
    const owner = textOf(row, 'owner');
    return saying(
      identity({
        name: textOf(row, 'name'),
        host: textOf(row, 'host'),
        vendor: textOf(row, 'vendor'),
        hasSso: SSO.test(textOf(row, 'sso') ?? ''),
        lastLoginAt: whenOf(row, 'login'),
        details: { owner, ownerBy: owner === null ? null : 'IDENTITY', users: amountOf(row, 'users'), scim: truthOf(row, 'scim') },
      }),
    );
  },
};

/** Applications with the scopes that people granted them, as administration consoles list them. */
export const oauthApps: TableFormat = {
  kind: 'TABLE',
  code: 'OAUTH_APPS',
  title: 'applications with OAuth scopes (CSV, JSON: name, requested services or scopes)',
  named: /oauth|grant|scope|accessed.?apps|third.?party/i,
  columns: {
    name: NAME,
    id: ['clientid', 'oauthclientid', 'appid', 'id'],
    scopes: ['scopes', 'scope', 'requestedservices', 'requestedscopes', 'googleservices', 'permissions', 'apipermissions'],
    access: ['access', 'accesslevel', 'configuredaccess', 'consenttype', 'verifiedstatus', 'verified'],
    user: ['user', 'useremail', 'grantedby', 'userprincipalname'],
    users: USERS,
    when: ['grantedat', 'granted', 'lastused', 'lastactivity', 'date', 'timestamp', 'createdat'],
    provider: ['provider', 'platform'],
  },
  required: [['name'], ['scopes'], ['id', 'access', 'users', 'user', 'when']],
  read: (row) => {
    const [name, to] = [textOf(row, 'name'), textOf(row, 'user')];
    if (name === null) return silent('UNKNOWN_APPLICATION');
    const scopes = partsOf(row, 'scopes').flatMap((part) => (part.includes('/') || part.includes('.') ? part.split(/\s+/) : [part]));
    return saying(
      observed('oauth_grant', whenOf(row, 'when'), {
        name,
        details: { grant: { provider: textOf(row, 'provider'), scopes, to }, users: amountOf(row, 'users') },
      }),
    );
  },
};
