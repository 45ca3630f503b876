import { describe, expect, test } from 'vitest';
import { AS_OF, evidenceOf, outcomesOf, readValue } from '../formats.testkit.ts';
import { newReading } from '../read-telemetry.ts';
import { ENTRA_GRANTS, ENTRA_PRINCIPALS, ENTRA_SIGN_INS, GOOGLE_TOKEN_LIST, GOOGLE_TOKENS, OKTA_APPS, OKTA_GRANTS, OKTA_LOG, OKTA_USERS } from '../samples/identity.testkit.ts'; // prettier-ignore

describe('Okta', () => {
  test('applications say how people log in, and where they are', async () => {
    const read = await readValue(OKTA_APPS);
    expect(outcomesOf(read)).toEqual(['IDP', 'IDP', 'INACTIVE']);
    expect(evidenceOf(read)).toMatchObject([
      {
        name: 'Slack',
        host: 'acme.slack.com',
        hasSso: true,
        lastLoginAt: null,
        details: { scim: true, relations: [{ kind: 'AUTHENTICATES_WITH', to: 'Okta' }] },
      },
      { name: 'Canteen', host: 'https://canteen.example.org/menu', hasSso: false, details: null },
    ]);
  });

  test('its log tells log-ins and consents; failed ones and what people do at Okta say nothing', async () => {
    const read = await readValue(OKTA_LOG);
    expect(outcomesOf(read)).toEqual(['IDP', 'FAILED', 'NO_APPLICATION', 'DISCOVERY']);
    const at = Date.parse('2026-10-05T10:00:00Z');
    expect(evidenceOf(read)).toMatchObject([
      { name: 'Slack', hasSso: true, lastLoginAt: at, details: { user: 'ana@acme.test', country: 'France' } },
      { name: 'Zapier', source: 'oauth_grant', at },
    ]);
  });

  test('an application goes by what its list calls it, else by its label, else by its kind', async () => {
    const [event] = OKTA_LOG;
    const to = (target: object) => [{ ...event, target: [target] }];
    const client = { id: '0oa5', type: 'AppInstance', alternateId: 'Time tracker', displayName: 'OpenID Connect Client' };
    expect(evidenceOf(await readValue(to(client)))).toMatchObject([{ name: 'Time tracker', host: null }]);
    expect(evidenceOf(await readValue(to({ ...client, alternateId: 'https://app.example.com' })))).toMatchObject([
      { host: 'https://app.example.com' },
    ]);
    const reading = newReading(AS_OF);
    await readValue(OKTA_APPS, reading);
    expect(evidenceOf(await readValue(to({ id: '0oa1', displayName: 'x' }), reading))).toMatchObject([
      { name: 'Slack', host: 'acme.slack.com' },
    ]);
  });

  test('grants have their scope, and name applications by id where they have no title; people are none', async () => {
    const reading = newReading(AS_OF);
    await readValue([{ ...OKTA_APPS[0], id: '0oa9', label: 'Backup' }], reading);
    expect(evidenceOf(await readValue(OKTA_GRANTS, reading))).toMatchObject([
      { name: 'Slack', details: { grant: { provider: 'okta', scopes: ['okta.users.read'] } } },
      { name: 'Backup', details: { grant: { scopes: ['okta.logs.read'] } } },
    ]);
    expect(outcomesOf(await readValue(OKTA_USERS))).toEqual(['NO_APPLICATION']);
  });
});

describe('Entra', () => {
  test('applications of others are known; Microsoft’s own and identities of machines are not', async () => {
    const read = await readValue(ENTRA_PRINCIPALS);
    expect(outcomesOf(read)).toEqual(['IDP', 'BUILT_IN', 'NO_APPLICATION', 'IDP']);
    expect(evidenceOf(read)).toMatchObject([
      { name: 'Notion', host: 'https://www.notion.so', vendor: 'Notion Labs, Inc.', hasSso: true },
      { name: 'Otter', host: 'https://otter.ai/auth', hasSso: true },
    ]);
  });

  test('sign-ins that succeeded are log-ins', async () => {
    const read = await readValue(ENTRA_SIGN_INS);
    expect(outcomesOf(read)).toEqual(['IDP', 'FAILED']);
    expect(evidenceOf(read)[0]).toMatchObject({
      name: 'Notion',
      lastLoginAt: Date.parse('2026-10-06T09:00:00Z'),
      details: { user: 'bo@acme.test', country: 'NO' },
    });
  });

  test('grants cite an id: with the directory before them they say what may be read, without it nothing', async () => {
    expect(outcomesOf(await readValue(ENTRA_GRANTS))).toEqual(Array.from({ length: 3 }, () => 'UNKNOWN_APPLICATION'));
    const reading = newReading(AS_OF);
    await readValue(ENTRA_PRINCIPALS, reading);
    const read = await readValue(ENTRA_GRANTS, reading);
    expect(outcomesOf(read)).toEqual(['DISCOVERY', 'DISCOVERY', 'UNKNOWN_APPLICATION']);
    expect(evidenceOf(read)).toMatchObject([
      {
        name: 'Otter',
        source: 'oauth_grant',
        details: { grant: { provider: 'microsoft', scopes: ['User.Read', 'Mail.Read', 'offline_access'], to: 'user-1' } },
      },
      { name: 'Notion', details: { grant: { scopes: ['openid', 'profile'], to: null } } },
    ]);
  });
});

describe('Google Workspace', () => {
  test('its audit of tokens tells who let what read what; log-ins by SAML are the identity provider’s', async () => {
    const read = await readValue(GOOGLE_TOKENS);
    expect(outcomesOf(read)).toEqual(['DISCOVERY', 'REVOKED', 'IDP']);
    expect(evidenceOf(read)).toMatchObject([
      {
        name: 'Superhuman',
        at: Date.parse('2026-10-07T07:00:00Z'),
        details: { grant: { provider: 'google', scopes: ['https://mail.google.com/', 'openid'], to: 'cy@acme.test' } },
      },
      { name: 'Salesforce', hasSso: true, lastLoginAt: Date.parse('2026-10-07T09:00:00Z') },
    ]);
  });

  test('tokens that people gave out have their scopes', async () => {
    expect(evidenceOf(await readValue(GOOGLE_TOKEN_LIST))).toMatchObject([
      { name: 'Grammarly', host: null, details: { grant: { scopes: ['https://www.googleapis.com/auth/drive.readonly'], to: '108' } } },
    ]);
  });
});
