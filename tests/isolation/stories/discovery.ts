import { createHmac } from 'node:crypto';
import { eventually } from '../../testkit/eventually.ts';
import type { Settler, Story } from './story.ts';

const DAY_MS = 86_400_000;
const ago = (days: number): string => new Date(Date.now() - days * DAY_MS).toISOString();

const ADD = `mutation ($input: AddTelemetryFeedInput!) { addTelemetryFeed(input: $input) { ... on TelemetryFeedAdded { feed { id } secret } } }`;
const CHANGE = `mutation ($input: ChangeTelemetryFeedInput!) { changeTelemetryFeed(input: $input) { ... on TelemetryFeedChanged { feed { id } } } }`;
const START = `mutation ($input: StartScanInput) { startScan(input: $input) { ... on ScanStarted { scan { id } } } }`;
const SAVE = `mutation ($input: SaveDiscoveryPolicyInput!) { saveDiscoveryPolicy(input: $input) { ... on DiscoveryPolicySaved { policy { version } } } }`;

/** An upload with one snapshot in it. */
async function upload({ run, url, token, canary }: Settler, planes: object): Promise<string> {
  const { createUpload } = await run<{ createUpload: { id: string } }>('mutation { createUpload { id } }');
  await fetch(`${url}/uploads/${createUpload.id}/${canary}.json`, {
    method: 'PUT',
    headers: { authorization: `Bearer ${token}` },
    body: JSON.stringify({ meta: { snapshot_as_of: ago(0) }, planes }),
  });
  return createUpload.id;
}

async function feed(who: Settler, planes: object): Promise<string> {
  const uploadId = await upload(who, planes);
  const { addTelemetryFeed } = await who.run<{ addTelemetryFeed: { feed: { id: string } } }>(ADD, {
    input: { name: `${who.canary} feed`, uploadId },
  });
  return addTelemetryFeed.feed.id;
}

/** A feed that is fetched from where nobody answers, called otherwise and with another secret since. */
async function fetched({ canary, run }: Settler): Promise<string> {
  const url = { address: `http://127.0.0.1:9/${canary}`, secret: `${canary} secret` };
  const { addTelemetryFeed } = await run<{ addTelemetryFeed: { feed: { id: string } } }>(ADD, { input: { name: `${canary} there`, url } });
  const { id } = addTelemetryFeed.feed;
  await run(CHANGE, { input: { id, name: `${canary} sensors`, url: { ...url, header: 'x-api-key' } } });
  return id;
}

/** A feed that a signed message was sent to, signed with another secret since. */
async function sent({ canary, run, url }: Settler): Promise<string> {
  const input = { name: `${canary} sent`, webhook: true };
  const { addTelemetryFeed } = await run<{ addTelemetryFeed: { feed: { id: string }; secret: string } }>(ADD, { input });
  const { feed: made, secret } = addTelemetryFeed;
  const at = String(Math.floor(Date.now() / 1_000));
  const body = JSON.stringify({
    meta: { snapshot_as_of: ago(0) },
    planes: { discovery: { observations: [seen(`${canary}sent.com`, 'dns')] } },
  });
  const signature = createHmac('sha256', secret).update(`${at}.${body}`).digest('hex');
  const headers = { 'content-type': 'application/json', 'x-timestamp': at, 'x-signature': signature };
  const answer = await fetch(`${url}/telemetry/${made.id}`, { method: 'POST', headers, body });
  if (answer.status !== 202) throw new Error(`signed telemetry was answered with ${answer.status}`);
  await run('mutation ($id: ID!) { rotateTelemetryFeedSecret(id: $id) { feed { id } } }', { id: made.id });
  return made.id;
}

async function scan({ run }: Settler, input: object = {}): Promise<string> {
  const { startScan } = await run<{ startScan: { scan: { id: string } } }>(START, { input });
  await eventually('a scan ends', async () => {
    const { scan: seen } = await run<{ scan: { status: string } }>('query ($id: ID!) { scan(id: $id) { status } }', startScan.scan);
    return seen.status !== 'RUNNING';
  });
  return startScan.scan.id;
}

const seen = (domain: string, source: string, days = 3): object => ({
  observation_id: `${domain} ${source}`,
  domain,
  source,
  observed_at: ago(days),
  observed_name: domain,
});

function planesOf(canary: string): object {
  const [desk, base, wild, one] = ['desk', 'base', 'wild', 'one'].map((name) => `${canary}${name}.com`);
  return {
    discovery: {
      observations: [seen(`${wild}`, 'dns'), seen(`${wild}`, 'proxy'), seen(`${one}`, 'dns'), seen('10.1.2.3', 'dns'), seen(`${desk}`, 'browser'), ...['dns', 'proxy'].flatMap((source) => [
          ...['chat', 'talk'].map((name) => ({ ...seen(`${canary}${name}.com`, source), vendor_hint: `${canary} talkers` })),
          { observation_id: `${canary} old ${source}`, source, observed_at: ago(3), observed_name: `${canary} desk (legacy)` },
        ]),
      ],
    },
    idp: { objects: [{ idp_id: `${canary} i`, name: `${canary} desk`, domain: desk, has_sso: true, last_login_at: ago(2), scopes: ['mail.read'] }, { idp_id: `${canary} l`, name: `${canary} desk (legacy)`, has_sso: true, last_login_at: ago(2) }, { idp_id: `${canary} t`, name: `${canary} chat`, domain: `${canary}chat.com`, has_sso: true, last_login_at: ago(2) }] },
    cmdb: {
      cis: [
        { ci_id: `${canary} c`, name: `${canary} desk`, domain: desk, ci_type: 'app', lifecycle: 'production', owner_email: `${canary}@example.com`, department: `${canary} finance`, depends_on: [base], vendor: `${canary} maker`, environment: `${canary} production` },
        { ci_id: `${canary} d`, name: `${canary} base`, domain: base, ci_type: 'database', lifecycle: 'production', owner_email: `${canary}@example.com` },
      ],
    },
    cloud: { resources: [{ cloud_id: `${canary} r`, name: `${canary} store`, cloud_provider: 'aws', region: 'eu-west-1' }] },
    finance: { contracts: [{ contract_id: `${canary} k`, product: `${canary} desk`, start_date: ago(100), end_date: ago(-100), annual_value: 5_000, currency: 'USD' }] },
    security: { attestations: [{ attestation_id: `${canary} a`, name: `${canary} desk`, domain: desk, standard: 'SOC 2', valid_until: ago(20) }] },
  };
} // prettier-ignore

/** Telemetry that was scanned, a policy that was changed, and findings that somebody decided about. */
export const discovery: Story = {
  name: 'discovery',
  async live(who) {
    const { canary, notes, run, viewer } = who;
    await feed(who, planesOf(canary));
    notes.set('scan first', await scan(who));
    const policy = { activityWindowDays: 60, ownDomains: [`${canary}wild.com`] };
    await run(SAVE, { input: { policy, expectedVersion: 0, note: `${canary} note` } });
    notes.set('feed fetched', await fetched(who));
    notes.set('feed sent to', await sent(who));
    const extra = await feed(who, { discovery: { observations: [seen(`${canary}late.com`, 'dns'), seen(`${canary}late.com`, 'proxy')] } });
    notes.set('scan second', await scan(who));
    await run('mutation ($id: ID!) { removeTelemetryFeed(id: $id) }', { id: extra });
    // What it read is gone: this one fails.
    await scan(who, { replayOf: notes.get('scan second') });
    notes.set('feed doomed', await feed(who, { discovery: { observations: [] } }));
    notes.set('upload telemetry', await upload(who, { discovery: { observations: [] } }));
    const { assets } = await run<{ assets: { nodes: { id: string }[] } }>(
      '{ assets(filter: { kind: APPLICATION }, order: RISK) { nodes { id } } }',
    );
    notes.set('application', assets.nodes[0]?.id ?? '');
    const { assetFindings } = await run<{ assetFindings: { nodes: { id: string }[] } }>('{ assetFindings { nodes { id } } }');
    for (const [index, name] of ['accepted', 'resolved', 'assigned', 'to accept', 'to resolve', 'reopened'].entries())
      notes.set(`asset finding ${name}`, assetFindings.nodes[index]?.id ?? '');
    const decide = (field: string, more: string, name: string): Promise<unknown> =>
      run(`mutation ($id: ID!) { ${field}(id: $id${more}) { __typename } }`, { id: notes.get(`asset finding ${name}`) });
    await decide('acceptFinding', `, reason: "${canary} reason", until: "${ago(-30)}"`, 'accepted');
    await decide('resolveFinding', `, comment: "${canary} comment"`, 'resolved');
    await decide('resolveFinding', '', 'reopened');
    await decide('reopenFinding', `, comment: "${canary} again"`, 'reopened');
    await decide('assignFinding', `, userId: "${viewer.userId}"`, 'assigned');
  },
  recipes: ({ canary, notes, viewer }, known) => ({
    'Query.asset.id': [notes.get('application') ?? '', ...known.of('Asset.id')],
    'Query.scanDiff.scanId': [notes.get('scan second') ?? ''],
    'Query.scanDiff.comparedWith': [notes.get('scan first') ?? ''],
    'Query.discoveryPolicy.version': [1],
    'Query.previewDiscoveryPolicy.policy': [
      { activityWindowDays: 1, aliases: { 'a.com': 'b.com' }, banned: [`${canary}desk.com`] },
      { banned_domains: [`${canary}wild.com`], [canary]: 'of no consequence' },
    ],
    'Query.previewDiscoveryPolicy.scanId': [notes.get('scan second') ?? ''],
    'Query.assetFindings.filter': [{ statuses: ['ACCEPTED', 'RESOLVED'] }, { assigneeId: viewer.userId }],
    'AddTelemetryFeedInput.name': [`${canary} another`],
    'AddTelemetryFeedInput.uploadId': [notes.get('upload telemetry') ?? ''],
    'AddTelemetryFeedInput.folder': [],
    'AddTelemetryFeedInput.url': [],
    'AddTelemetryFeedInput.webhook': [],
    'Mutation.rotateTelemetryFeedSecret.id': [notes.get('feed sent to') ?? ''],
    'ChangeTelemetryFeedInput.id': [notes.get('feed fetched') ?? ''],
    'ChangeTelemetryFeedInput.name': [`${canary} sensors`],
    'TelemetryAddressInput.address': [`http://127.0.0.1:9/${canary}`],
    'TelemetryAddressInput.header': ['x-api-key'],
    'TelemetryAddressInput.secret': [`${canary} other secret`],
    'Mutation.removeTelemetryFeed.id': [notes.get('feed doomed') ?? ''],
    'Mutation.startScan.input': [{ mode: 'FULL' }, { replayOf: notes.get('scan first') ?? '' }],
    'Mutation.cancelScan.id': [notes.get('scan first') ?? ''],
    'SaveDiscoveryPolicyInput.policy': [{ activityWindowDays: 30 }],
    'SaveDiscoveryPolicyInput.expectedVersion': [1],
    'SaveDiscoveryPolicyInput.note': [`${canary} saved again`],
    'Mutation.assignFinding.id': [notes.get('asset finding assigned') ?? ''],
    'Mutation.assignFinding.userId': [viewer.userId],
    'Mutation.acceptFinding.id': [notes.get('asset finding to accept') ?? ''],
    'Mutation.acceptFinding.reason': [`${canary} reason`],
    'Mutation.acceptFinding.until': [],
    'Mutation.resolveFinding.id': [notes.get('asset finding to resolve') ?? ''],
    'Mutation.resolveFinding.comment': [`${canary} comment`],
    'Mutation.reopenFinding.id': [notes.get('asset finding resolved') ?? ''],
    'Mutation.reopenFinding.comment': [`${canary} comment`],
  }),
  fleeting: { 'TelemetryFeedAdded.secret': 'told once, when a webhook is made; tried in telemetry-feeds.test.ts' },
  notDone: { 'Mutation.cancelScan': 'of a scan that runs; here all are at rest. Tried in assets/scan/scan.test.ts' },
};
