import { textOf, truthOf } from '../../snapshot/fields.ts';
import type { TableFormat } from '../format.ts';
import { identity, observed, saying, silent } from '../outcome.ts';
import { amountOf, partsOf, whenOf } from './cells.ts';
import { COUNTRY, HOST, OWNER, SEEN, USER, USERS, VENDOR } from './words.ts';

const SSO = /saml|oidc|openid|oauth|ws-?fed|federat|^(?:true|yes|1|enabled|on|sso)$/i;
const FAILED = /fail|interrupt|den(?:y|ied)|error|block/i;
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

/** Log-ins to applications, as an identity provider's reports list them. */
export const logIns: TableFormat = {
  kind: 'TABLE',
  code: 'IDENTITY_LOG_INS',
  title: 'log-ins of an identity provider (CSV, JSON: application, user, date)',
  named: /sign.?in|log.?in|syslog/i,
  id: 'id',
  columns: {
    id: ['requestid', 'signinid', 'uuid', 'eventuuid', 'uniqueid'],
    name: ['application', 'applicationname', 'appdisplayname', 'targetdisplayname', 'app'],
    appId: [
      'applicationid',
      'appid',
      'resource',
      'resourceid',
      'correlationid',
      'authenticationrequirement',
      'clientapp',
      'signinerrorcode',
    ],
    when: ['dateutc', 'datecreated', 'createddatetime', 'published', ...SEEN],
    user: USER,
    status: ['status', 'result', 'outcome', 'outcomeresult', 'signinstatus'],
    country: COUNTRY,
  },
  required: [['name'], ['when'], ['user'], ['status'], ['appId', 'id']],
  read: (row) => {
    if (FAILED.test(textOf(row, 'status') ?? '')) return silent('FAILED');
    const name = textOf(row, 'name');
    if (name === null) return silent('UNKNOWN_APPLICATION');
    const details = { user: textOf(row, 'user'), country: textOf(row, 'country') };
    return saying(identity({ name, hasSso: true, lastLoginAt: whenOf(row, 'when'), details }));
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
    event: ['event', 'eventname', 'action', 'status'],
  },
  required: [['name'], ['scopes'], ['id', 'access', 'users', 'user', 'when']],
  read: (row) => {
    const [name, to] = [textOf(row, 'name'), textOf(row, 'user')];
    if (name === null) return silent('UNKNOWN_APPLICATION');
    if (/revok|den(?:y|ied)/i.test(textOf(row, 'event') ?? '')) return silent('REVOKED');
    const scopes = partsOf(row, 'scopes').flatMap((part) => (part.includes('/') || part.includes('.') ? part.split(/\s+/) : [part]));
    return saying(
      observed('oauth_grant', whenOf(row, 'when'), {
        name,
        details: { grant: { provider: textOf(row, 'provider'), scopes, to }, users: amountOf(row, 'users') },
      }),
    );
  },
};
