/** Small answers of identity providers in their true shapes; ids and names are made up. */

export const OKTA_APPS = [
  {
    id: '0oa1',
    name: 'slack',
    label: 'Slack',
    status: 'ACTIVE',
    lastUpdated: '2026-01-02T03:04:05.000Z',
    created: '2025-01-02T03:04:05.000Z',
    accessibility: { selfService: false },
    visibility: { autoSubmitToolbar: false, hide: { iOS: false, web: false } },
    features: ['PUSH_NEW_USERS', 'PUSH_USER_DEACTIVATION'],
    signOnMode: 'SAML_2_0',
    credentials: { signing: { kid: 'k' } },
    settings: { app: { domain: 'acme.slack.com' }, signOn: { ssoAcsUrlOverride: null } },
    _links: {},
  },
  { id: '0oa2', name: 'bookmark', label: 'Canteen', status: 'ACTIVE', features: [], signOnMode: 'BOOKMARK', settings: { app: { url: 'https://canteen.example.org/menu' } } },
  { id: '0oa3', name: 'oidc_client', label: 'Old portal', status: 'INACTIVE', features: [], signOnMode: 'OPENID_CONNECT', settings: { oauthClient: { redirect_uris: ['https://old.acme.com/cb'] } } },
]; // prettier-ignore

const event = (uuid: string, eventType: string, result: string, target: unknown) => ({
  actor: { id: '00u1', type: 'User', alternateId: 'ana@acme.test', displayName: 'Ana' },
  client: {
    userAgent: { rawUserAgent: 'Mozilla/5.0' },
    ipAddress: '203.0.113.7',
    geographicalContext: { city: 'Lyon', country: 'France' },
  },
  displayMessage: 'x',
  eventType,
  outcome: { result, reason: null },
  published: '2026-10-05T10:00:00.000Z',
  severity: 'INFO',
  target,
  uuid,
  version: '0',
});

export const OKTA_LOG = [
  event('v1', 'user.authentication.sso', 'SUCCESS', [{ id: '0oa1', type: 'AppInstance', alternateId: 'Slack', displayName: 'Slack' }, { id: '00u1', type: 'AppUser', alternateId: 'ana@acme.test', displayName: 'Ana' }]),
  event('v2', 'user.authentication.sso', 'FAILURE', [{ id: '0oa1', type: 'AppInstance', alternateId: 'Slack', displayName: 'Slack' }]),
  event('v3', 'user.session.start', 'SUCCESS', null),
  event('v4', 'app.oauth2.as.consent.grant', 'SUCCESS', [{ id: '0oa7', type: 'AppInstance', alternateId: 'Zapier', displayName: 'Zapier' }]),
]; // prettier-ignore

export const OKTA_GRANTS = [
  { id: 'g1', status: 'ACTIVE', scopeId: 'okta.users.read', source: 'ADMIN', clientId: '0oa1', created: '2026-02-01T00:00:00.000Z', _links: { app: { href: 'https://acme.okta.com/api/v1/apps/0oa1', title: 'Slack' } } },
  { id: 'g2', status: 'ACTIVE', scopeId: 'okta.logs.read', source: 'ADMIN', clientId: '0oa9', created: '2026-02-01T00:00:00.000Z', _links: {} },
]; // prettier-ignore

export const OKTA_USERS = [
  { id: '00u1', status: 'ACTIVE', created: '2024-01-01T00:00:00.000Z', lastLogin: '2026-10-05T10:00:00.000Z', profile: { firstName: 'Ana', email: 'ana@acme.test', login: 'ana@acme.test' } },
]; // prettier-ignore

const GRAPH = 'https://graph.microsoft.com/v1.0/$metadata';

export const ENTRA_PRINCIPALS = {
  '@odata.context': `${GRAPH}#servicePrincipals`,
  value: [
    { id: 'sp-1', appId: 'app-1', displayName: 'Notion', appOwnerOrganizationId: 'org-n', accountEnabled: true, homepage: 'https://www.notion.so', replyUrls: ['https://www.notion.so/cb'], preferredSingleSignOnMode: 'saml', servicePrincipalType: 'Application', verifiedPublisher: { displayName: 'Notion Labs, Inc.' }, tags: [] },
    { id: 'sp-2', appId: 'app-2', displayName: 'Microsoft Graph', appOwnerOrganizationId: 'f8cdef31-a31e-4b4a-93e4-5f571e91255a', accountEnabled: true, servicePrincipalType: 'Application', replyUrls: [] },
    { id: 'sp-3', appId: 'app-3', displayName: 'vm-identity', accountEnabled: true, servicePrincipalType: 'ManagedIdentity', replyUrls: [] },
    { id: 'sp-4', appId: 'app-4', displayName: 'Otter', appOwnerOrganizationId: 'org-o', accountEnabled: true, servicePrincipalType: 'Application', replyUrls: ['https://otter.ai/auth'], preferredSingleSignOnMode: null },
  ],
}; // prettier-ignore

export const ENTRA_SIGN_INS = {
  '@odata.context': `${GRAPH}#auditLogs/signIns`,
  value: [
    { id: 's1', createdDateTime: '2026-10-06T09:00:00Z', userDisplayName: 'Bo', userPrincipalName: 'bo@acme.test', appId: 'app-1', appDisplayName: 'Notion', ipAddress: '203.0.113.8', status: { errorCode: 0, failureReason: 'Other.' }, location: { city: 'Oslo', countryOrRegion: 'NO' } },
    { id: 's2', createdDateTime: '2026-10-06T09:01:00Z', userPrincipalName: 'bo@acme.test', appId: 'app-1', appDisplayName: 'Notion', status: { errorCode: 50126 } },
  ],
}; // prettier-ignore

export const ENTRA_GRANTS = {
  '@odata.context': `${GRAPH}#oauth2PermissionGrants`,
  value: [
    {
      clientId: 'sp-4',
      consentType: 'Principal',
      id: 'o1',
      principalId: 'user-1',
      resourceId: 'sp-2',
      scope: ' User.Read Mail.Read offline_access',
    },
    { clientId: 'sp-1', consentType: 'AllPrincipals', id: 'o2', principalId: null, resourceId: 'sp-2', scope: 'openid profile' },
    { clientId: 'sp-99', consentType: 'AllPrincipals', id: 'o3', principalId: null, resourceId: 'sp-2', scope: 'openid' },
  ],
};

export const GOOGLE_TOKENS = {
  kind: 'admin#reports#activities',
  etag: '"x"',
  items: [
    {
      kind: 'admin#reports#activity',
      id: { time: '2026-10-07T07:00:00.000Z', uniqueQualifier: '-1', applicationName: 'token', customerId: 'C0' },
      actor: { email: 'cy@acme.test', profileId: '1' },
      ipAddress: '203.0.113.9',
      events: [
        {
          type: 'auth',
          name: 'authorize',
          parameters: [
            { name: 'client_id', value: '111.apps.googleusercontent.com' },
            { name: 'app_name', value: 'Superhuman' },
            { name: 'client_type', value: 'WEB' },
            { name: 'scope', multiValue: ['https://mail.google.com/', 'openid'] },
          ],
        },
      ],
    },
    { kind: 'admin#reports#activity', id: { time: '2026-10-07T08:00:00.000Z', uniqueQualifier: '-2', applicationName: 'token' }, actor: { email: 'cy@acme.test' }, events: [{ type: 'auth', name: 'revoke', parameters: [{ name: 'app_name', value: 'Doodle' }] }] },
    { kind: 'admin#reports#activity', id: { time: '2026-10-07T09:00:00.000Z', uniqueQualifier: '-3', applicationName: 'saml' }, actor: { email: 'cy@acme.test' }, events: [{ type: 'login', name: 'login_success', parameters: [{ name: 'application_name', value: 'Salesforce' }, { name: 'initiated_by', value: 'sp' }] }] },
  ],
}; // prettier-ignore

export const GOOGLE_TOKEN_LIST = {
  kind: 'admin#directory#tokenList',
  etag: '"y"',
  items: [{ kind: 'admin#directory#token', clientId: '222.apps.googleusercontent.com', displayText: 'Grammarly', anonymous: false, nativeApp: false, userKey: '108', scopes: ['https://www.googleapis.com/auth/drive.readonly'] }],
}; // prettier-ignore
