import { createHmac } from 'node:crypto';
import { eventually } from '../../testkit/eventually.ts';
import type { Story } from './story.ts';

const CONNECT = `mutation ($input: SourceInput!) { it: connectSource(input: $input) { ... on ConnectionStarted { connection { id inbound { address } } sync { id } } } }`;
const LATEST = 'query ($id: ID!) { connection(id: $id) { latestSync { id status } } }';
/** The product looks for what came every fifteen seconds. */
const LANDED_MS = 60_000;

const ROTATE = 'mutation ($id: ID!) { rotateInboundSecret(id: $id) { connection { id } } }';

/** Sources that send by themselves: a connection to which a signed message came, and landed. */
export const inbound: Story = {
  name: 'inbound',
  async live({ canary, run, url, notes }) {
    const secret = `${canary}-signing-secret`;
    const input = { kind: 'WEBHOOK', name: `${canary} hooks`, values: [{ name: 'secret', value: secret }] };
    const { it } = await run<{ it: { connection: { id: string }; sync: { id: string } } }>(CONNECT, { input });
    const over = (id: string): Promise<void> =>
      eventually(
        'the sync is over',
        async () =>
          (await run<{ syncRun: { status: string } }>('query ($id: ID!) { syncRun(id: $id) { status } }', { id })).syncRun.status !==
          'RUNNING',
      );
    await over(it.sync.id);
    const { id } = it.connection;
    notes.set('inbound connection', id);
    const at = String(Math.floor(Date.now() / 1_000));
    const body = JSON.stringify({ type: 'order.made', note: canary });
    const signature = createHmac('sha256', secret).update(`${at}.${body}`).digest('hex');
    const sent = await fetch(`${url}/inbound/${id}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-timestamp': at, 'x-signature': signature },
      body,
    });
    if (sent.status !== 202) throw new Error(`a signed message was answered with ${sent.status}`);
    // What came is landed without anybody asking: a sync that somebody asked for would be followed by that one.
    await eventually(
      'what came has landed',
      async () => {
        const { connection } = await run<{ connection: { latestSync: { id: string; status: string } } }>(LATEST, { id });
        return connection.latestSync.id !== it.sync.id && connection.latestSync.status !== 'RUNNING';
      },
      LANDED_MS,
    );
    await run(ROTATE, { id });
  },
  recipes: ({ notes }, known) => ({
    'Mutation.rotateInboundSecret.id': [notes.get('inbound connection') ?? ''],
    'SourceInput.kind': ['WEBHOOK'],
    'SourceInput.name': ['hooks'],
    'SourceInput.values': [[]],
    'SourceInput.planeId': known.of('FabricPlane.id'),
    'FormValueInput.name': ['secret'],
    'FormValueInput.value': ['a secret'],
  }),
  exempt: {
    'Connection.settings': 'what the form of a remote source held besides its secret; none is here. Tried in catalogue/source.test.ts',
    ConnectionSetting: 'as Connection.settings',
    SourceTested:
      'names of what the caller’s own source has; nothing is kept. Tried in openapi/openapi.test.ts and vendors/connect-vendor.test.ts',
  },
};
