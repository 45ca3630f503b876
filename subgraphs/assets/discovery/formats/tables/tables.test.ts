import { describe, expect, test } from 'vitest';
import { evidenceOf, outcomesOf, readText } from '../formats.testkit.ts';
import * as tables from '../samples/tables.testkit.ts';
import { readAmount, readMoment } from './cells.ts';

const said = async (text: string, name = 'x.csv') => evidenceOf(await readText(text, name));

describe('finance', () => {
  test('a contract runs until it ends, and costs what it costs a year', async () => {
    expect(await said(tables.CONTRACTS)).toMatchObject([
      {
        name: 'Asana',
        vendor: 'Asana Inc',
        ongoing: true,
        yearly: 12_000,
        details: {
          contract: { amount: 12_000, currency: 'USD', to: Date.parse('2026-12-31'), seats: 40 },
          owner: 'fay@acme.test',
          ownerBy: 'CONTRACT',
        },
      },
      { name: 'Box', ongoing: false, yearly: 5_000, details: { contract: { currency: 'EUR' } } },
    ]);
  });

  test('a contract over years is spread over them', async () => {
    const [contract] = await said('Supplier;Contract value;Start;End\nX;30.000,00 €;01.01.2025;01.01.2028\n');
    expect(contract).toMatchObject({ ongoing: true, details: { contract: { currency: 'EUR' } } });
    expect(Math.round(contract?.plane === 'FINANCE' ? (contract.yearly ?? 0) : 0)).toBe(10_007);
  });

  test('expenses recur by their words, refunds do not', async () => {
    expect(await said(tables.EXPENSES)).toMatchObject([
      {
        name: 'Miro',
        ongoing: true,
        details: { payment: { amount: 16, currency: 'EUR', at: Date.parse('2026-10-05') }, user: 'ana@acme.test', department: 'Design' },
      },
      { name: 'City Taxi', ongoing: false, details: { payment: { amount: -32.5 } } },
    ]);
    expect(await said('Merchant,Date,Amount,Frequency\nMiro,2026-10-01,10,Monthly\nMiro,2020-10-01,10,Monthly\n')).toMatchObject([
      { ongoing: true, yearly: 120 },
      { ongoing: false },
    ]);
  });

  test('vendors have a site, a spend and somebody who knows them', async () => {
    expect(await said(tables.VENDORS)).toMatchObject([
      { vendor: 'Atlassian', host: 'https://www.atlassian.com', ongoing: false, yearly: 48_000, details: { owner: 'gus@acme.test' } },
    ]);
  });
});

test('a CMDB’s codes are what they stand for, retired by any state is retired, and an id comes once', async () => {
  expect(outcomesOf(await readText(tables.CMDB))).toEqual(['CMDB', 'CMDB', 'DUPLICATE_ID']);
  expect(await said(tables.CMDB)).toMatchObject([
    {
      record: 'a1',
      name: 'Billing',
      host: 'billing.acme.com',
      type: 'Business Application',
      lifecycle: 'Operational',
      details: { owner: 'Hal', ownerBy: 'CMDB', tier: '1 - most critical' },
    },
    { name: 'Old wiki', type: 'Application', lifecycle: 'Retired' },
  ]);
  expect(await said(tables.CMDB_JSON, 'x.json')).toMatchObject([
    { name: 'Payroll', type: 'Business Application', lifecycle: 'Operational' },
  ]);
});

test('installed software names devices and versions; what comes with the system says nothing', async () => {
  expect(outcomesOf(await readText(tables.OSQUERY))).toEqual(['DISCOVERY', 'BUILT_IN']);
  expect(await said(tables.OSQUERY)).toMatchObject([
    { name: 'Slack', source: 'endpoint', at: 1_790_000_000_500, details: { software: 'Slack 4.39' } },
  ]);
  expect(await said(tables.OSQUERY_LOG)).toMatchObject([
    { name: 'Zoom', vendor: 'Zoom Video', at: 1_790_000_000_000, details: { device: 'pc-1' } },
  ]);
  expect(await said(tables.JAMF)).toMatchObject([{ name: 'Figma', details: { device: 'mac-1' } }]);
  expect(await said(tables.INTUNE)).toMatchObject([{ name: 'Dropbox', vendor: 'Dropbox, Inc.', at: null, details: { users: 7 } }]);
  expect(await said('name|version|install_location|publisher\n7-Zip|24.08|C:\\\\x|Igor Pavlov\n')).toMatchObject([
    { name: '7-Zip', vendor: 'Igor Pavlov' },
  ]);
});

test('browsers and SaaS discovery', async () => {
  expect(outcomesOf(await readText(tables.BROWSER))).toEqual(['DISCOVERY', 'NO_HOST']);
  expect(await said(tables.BROWSER)).toMatchObject([
    { host: 'https://app.linear.app/acme', source: 'browser', at: Date.parse('2026-10-01T08:00:00Z') },
  ]);
  expect(await said(tables.SAAS)).toMatchObject([
    { name: 'Trello', host: 'trello.com', source: 'saas', details: { users: 14, category: 'Project management', bytes: 123_456 } },
  ]);
});

test('proxy tables, applications of identity providers, OAuth applications and resources', async () => {
  expect(await said(tables.PROXY_CSV)).toMatchObject([{ host: 'drive.example.com/x', source: 'proxy', details: { bytes: 1_024 } }]);
  expect(await said(tables.IDENTITY_APPS)).toMatchObject([
    { name: 'Zendesk', hasSso: true, lastLoginAt: Date.parse('2026-10-01'), details: { users: 55 } },
    { name: 'Wiki', hasSso: false },
  ]);
  expect(await said(tables.OAUTH_APPS)).toMatchObject([
    { name: 'Calendly', source: 'oauth_grant', details: { grant: { scopes: ['Calendar', 'Contacts'] }, users: 21 } },
  ]);
  expect(await said(tables.TAG_EDITOR)).toMatchObject([
    { plane: 'CLOUD', name: 'orders', details: { owner: 'ana@acme.test', region: 'eu-west-1' } },
  ]);
});

test('log-ins that succeeded', async () => {
  expect(outcomesOf(await readText(tables.SIGN_INS))).toEqual(['IDP', 'FAILED']);
  const lastLoginAt = Date.parse('2026-10-06T09:00:00Z');
  expect(await said(tables.SIGN_INS)).toMatchObject([
    { record: 'r-1', name: 'Notion', hasSso: true, lastLoginAt, details: { user: 'Bo' } },
  ]);
});

test('certificates and attestations expire', async () => {
  expect(await said(tables.CRT_SH)).toMatchObject([
    { host: 'shop.acme.com', details: { certificate: { to: Date.parse('2026-11-30T09:00:00Z') } } },
  ]);
  expect((await said(tables.CERTIFICATES_CSV)).map(({ host }) => host)).toEqual(['vpn.acme.com', 'vpn.acme.net']);
  expect(await said(tables.ATTESTATIONS)).toMatchObject([
    { name: 'Notion Labs', host: 'notion.so', details: { attestation: { standard: 'SOC 2 Type II', expires: Date.parse('2027-01-31') } } },
    { name: 'Asana' },
  ]);
  expect(await said(tables.ATTESTATIONS_JSON)).toMatchObject([
    { record: 't1', name: 'Slack', host: 'slack.com', details: { attestation: { standard: 'SOC 2' } } },
  ]);
});

test('standards may have columns of their own', async () => {
  const text = 'Vendor,SOC 2,ISO 27001,HIPAA\nSlack,yes,2027-03-01,no\nZoom,No,no,no\n';
  expect(outcomesOf(await readText(text))).toEqual(['SECURITY SECURITY', 'REVOKED']);
  expect(await said(text)).toMatchObject([
    { name: 'Slack', details: { attestation: { standard: 'SOC 2', expires: null } } },
    { name: 'Slack', details: { attestation: { standard: 'ISO 27001', expires: Date.parse('2027-03-01') } } },
  ]);
});

test.each([
  ['FINANCE_TRANSACTIONS', 'Transaction Date,Posted Date,Card No.,Description,Category,Debit,Credit'],
  ['FINANCE_TRANSACTIONS', 'Invoice Number,Supplier,Invoice Date,Total,Currency,Cost Center'],
  ['FINANCE_TRANSACTIONS', 'Timestamp,Amount,Merchant,Category,MCC,Attendees,Reimbursable,Comment'],
  ['FINANCE_CONTRACTS', 'Vendor,Service,Renewal Date,Annual Cost,Owner,Notice Period'],
  ['FINANCE_CONTRACTS', 'Supplier Name,Agreement Number,Effective Date,Expiration Date,Total Contract Value'],
  ['FINANCE_VENDORS', 'Vendor Name,Vendor ID,Vendor Status,Primary Contact'],
  ['CMDB', 'Name,Class,Operational status,Support group,Owned by,Business criticality'],
  ['CMDB', 'CI Name,CI Class,Status,Environment,Assigned to'],
  ['INSTALLED_SOFTWARE', 'Computer Name,Application Title,Application Version'],
  ['INSTALLED_SOFTWARE', 'ApplicationName,ApplicationVersion,ApplicationPublisher,DeviceCount,Platform'],
  ['OBSERVATIONS', 'observation_id,observed_at,source,observed_name,domain,vendor_hint'],
  ['OBSERVATIONS', 'DateTime,URL,UserName'],
  ['PROXY_TABLE', 'Datetime,Source IP,URL,Action,User,Bytes Sent,Status Code'],
  ['PROXY_TABLE', 'Logged Time,User,Department,URL,Policy Action,URL Category,Request Size'],
  ['CERTIFICATES', 'Subject,Issuer,Serial Number,Valid From,Valid To,Thumbprint'],
  ['CERTIFICATES', 'common_name,sans,issuer,expires_at,fingerprint'],
  ['ATTESTATIONS', 'Vendor,Certification,Status,Expiration Date,Auditor'],
  ['ATTESTATIONS', 'name,domain,soc2,iso27001'],
  ['IDENTITY_APPS', 'name,has_sso,has_scim,last_login_at,owner'],
  ['OAUTH_APPS', 'Application name,Client ID,Scope,User,Date,Event'],
  ['CLOUD_RESOURCES', 'Name,Type,Resource group,Location,Subscription'],
  [null, 'first name,last name,email'],
  [null, 'id,name,date,amount'],
  [null, 'product,price,stock'],
])('%s has headings like %s', async (code, headings) => {
  expect((await readText(`${headings}\n${headings.split(',').map(() => 'x').join(',')}\n`)).code).toBe(code);
}); // prettier-ignore

test('titles above the headings, a sep line, blank lines and columns nobody knows are no records', async () => {
  const text = 'sep=;\nContracts of 2026\n\nVendor;Mood;End Date;Annual Value\n\nAsana;happy;2027-01-01;100\n;;;\n';
  expect(outcomesOf(await readText(text))).toEqual(['FINANCE']);
});

test.each([
  ['$1,234.50', 1_234.5],
  ['1.234,50 €', 1_234.5],
  ['(32.50)', -32.5],
  ['1,234', 1_234],
  ['USD 12', 12],
  ['1.234.567', 1_234_567],
  ['0,99', 0.99],
  ['n/a', null],
  ['', null],
])('%s is %s', (text, amount) => expect(readAmount(text)).toBe(amount));

test.each([
  ['2026-10-05', '2026-10-05T00:00:00Z'],
  ['10/05/2026', '2026-10-05T00:00:00Z'],
  ['25/10/2026', '2026-10-25T00:00:00Z'],
  ['05.10.2026 14:30', '2026-10-05T14:30:00Z'],
  ['10/5/2026 2:30 PM', '2026-10-05T14:30:00Z'],
  ['Oct 5, 2026', '2026-10-05T00:00:00Z'],
  ['2026-10-05 08:00:00 UTC', '2026-10-05T08:00:00Z'],
  ['1790000000', new Date(1_790_000_000_000).toISOString()],
  ['1790000000123', new Date(1_790_000_000_123).toISOString()],
])('%s is %s', (text, moment) => expect(readMoment(text)).toBe(Date.parse(moment)));

test.each(['', '-1', '-1.0', '12', 'soon', '99/99/2026', 'Q3'])('%j is no moment', (text) => expect(readMoment(text)).toBeNull());
