import { textOf } from '../../snapshot/fields.ts';
import type { TableFormat } from '../format.ts';
import { visited } from '../network/visited.ts';
import { observed, saying, silent } from '../outcome.ts';
import { amountOf, whenOf } from './cells.ts';
import { BYTES, CATEGORY, COUNTRY, DEPARTMENT, DEVICE, ID, SEEN, USER, USERS, VENDOR } from './words.ts';

const BLOCKED = /block|den(?:y|ied)|drop|reject/i;
const APPLICATION = [
  'application',
  'applicationname',
  'app',
  'appname',
  'cloudapp',
  'cloudapplication',
  'saas',
  'service',
  'observedname',
  'name',
];

/** What browsers, and discovery of software as a service, have seen. */
export const observations: TableFormat = {
  kind: 'TABLE',
  code: 'OBSERVATIONS',
  title: 'observations of browsers and SaaS discovery (CSV, JSON: domain or application, when it was seen)',
  named: /observ|browser|history|saas|casb|discover/i,
  id: 'id',
  columns: {
    id: ['observationid', 'eventid', 'visitid', ...ID],
    host: [
      'domain',
      'url',
      'host',
      'hostname',
      'website',
      'site',
      'destinationdomain',
      'destinationhost',
      'appdomain',
      'observeduri',
      'fqdn',
      'query',
    ],
    name: APPLICATION,
    when: SEEN,
    source: ['source', 'sensor', 'discoverysource', 'detectedby', 'plane'],
    visits: ['visitcount', 'visits', 'title', 'pagetitle', 'referrer', 'referer', 'browser', 'transition'],
    vendor: VENDOR,
    user: USER,
    users: USERS,
    device: DEVICE,
    department: DEPARTMENT,
    category: CATEGORY,
    country: COUNTRY,
    bytes: BYTES,
  },
  required: [['host', 'name'], ['when'], ['host', 'source', 'user', 'users', 'visits']],
  read: (row) => {
    const [host, name] = [textOf(row, 'host'), textOf(row, 'name')];
    if (host === null && name === null) return silent('NO_HOST');
    // A page's address in the browser itself is nobody's host.
    if (host !== null && /^(?:chrome|about|file|edge|moz-extension|chrome-extension|data|javascript|blob):/i.test(host))
      return silent('NO_HOST');
    const source = textOf(row, 'source')?.toLowerCase() ?? (textOf(row, 'visits') === null ? 'saas' : 'browser');
    return saying(
      observed(source, whenOf(row, 'when'), {
        host,
        name,
        vendor: textOf(row, 'vendor'),
        details: {
          user: textOf(row, 'user'),
          users: amountOf(row, 'users'),
          device: textOf(row, 'device'),
          department: textOf(row, 'department'),
          category: textOf(row, 'category'),
          country: textOf(row, 'country'),
          bytes: amountOf(row, 'bytes'),
        },
      }),
    );
  },
};

/** Logs of web gateways as tables. */
export const proxyTable: TableFormat = {
  kind: 'TABLE',
  code: 'PROXY_TABLE',
  title: 'proxy logs (Squid, common and combined, W3C extended, CSV)',
  named: /proxy|gateway|zscaler|web|swg/i,
  columns: {
    url: ['url', 'requesturl', 'uri', 'cshost', 'csuri', 'host', 'hostname', 'destinationhost', 'desthost', 'domain', 'serverhost'],
    when: SEEN,
    action: ['action', 'policyaction', 'actiontaken', 'filterresult', 'scfilterresult', 'disposition', 'verdict'],
    status: ['status', 'responsecode', 'httpstatus', 'statuscode', 'scstatus'],
    method: ['method', 'requestmethod', 'httpmethod', 'csmethod'],
    client: ['clientip', 'sourceip', 'srcip', 'cip', 'internalip', 'sourceaddress', 'client'],
    user: USER,
    department: DEPARTMENT,
    category: ['urlcategory', ...CATEGORY],
    bytes: BYTES,
  },
  required: [['url'], ['when'], ['action', 'method', 'client', 'status']],
  read: (row) =>
    visited({
      url: textOf(row, 'url'),
      when: whenOf(row, 'when'),
      blocked: BLOCKED.test(textOf(row, 'action') ?? '') || /^40[37]$/.test(textOf(row, 'status') ?? ''),
      client: textOf(row, 'client'),
      user: textOf(row, 'user'),
      bytes: amountOf(row, 'bytes'),
    }),
};
