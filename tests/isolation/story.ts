import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { UserViewer } from '../../subgraphs/kernel/viewer/viewer.ts';
import { eventually } from '../testkit/eventually.ts';
import { registerOwner } from '../testkit/registered-owner.ts';
import type { TestGateway } from '../testkit/test-gateway.ts';
import type { TestSystem } from '../testkit/test-system.ts';
import { post } from './post.ts';
import { STORIES } from './stories/index.ts';

/** A tenant with the whole story behind it; `canary` is in everything it wrote. */
export interface Inhabitant {
  viewer: UserViewer;
  token: string;
  canary: string;
  /** An upload that takes files still. */
  uploadId: string;
  /** What a story wants to know later, for its recipes. */
  notes: Map<string, string>;
}

/**
 * The story: a company registers, connects folders, accepts the mapping of one, rejects that of another, leaves two waiting, removes one,
 * and loses one.
 */
export async function settle(t: TestSystem, gateway: TestGateway, folder: string, canary: string): Promise<Inhabitant> {
  const graph = `${gateway.url}/graphql`;
  const session = await registerOwner(gateway.url, {
    tenantName: `${canary} inc`,
    email: `${canary}@example.com`,
    displayName: `${canary} person`,
  });
  const viewer: UserViewer = { kind: 'user', tenantId: session.tenantId, userId: session.userId, role: 'OWNER' };
  const run = async <T>(query: string, variables: object = {}): Promise<T> => {
    const { data, errors } = await post(graph, query, variables, { authorization: `Bearer ${session.token}` });
    if (errors !== undefined) throw new Error(`the story of ${canary}: ${JSON.stringify(errors)} for ${query}`);
    return data as T;
  };
  const connect = async (name: string, files: Readonly<Record<string, string>>): Promise<string> => {
    const here = join(folder, canary, name);
    await mkdir(here, { recursive: true });
    for (const [file, text] of Object.entries(files)) await writeFile(join(here, file), text);
    const { connectFiles } = await run<{ connectFiles: { connection: { id: string } } }>(
      `mutation ($input: ConnectFilesInput!) { connectFiles(input: $input) { ... on ConnectionStarted { connection { id } } } }`,
      { input: { folder: here, name: `${canary} ${name}` } },
    );
    const { id } = connectFiles.connection;
    await eventually(`a proposal for ${name}, and the end of its sync`, async () => {
      const { connection } = await run<{ connection: { mappingProposal: { status: string } | null; latestSync: { status: string } } }>(
        'query ($id: ID!) { connection(id: $id) { mappingProposal { status } latestSync { status } } }',
        { id },
      );
      return connection.mappingProposal !== null && connection.latestSync.status !== 'RUNNING';
    });
    return id;
  };

  const published = await connect('sales', salesOf(canary));
  const { connection } = await run<{ connection: { mappingProposal: { id: string } } }>(
    'query ($id: ID!) { connection(id: $id) { mappingProposal { id } } }',
    { id: published },
  );
  await run('mutation ($id: ID!) { acceptMapping(input: { proposalId: $id }) { __typename } }', { id: connection.mappingProposal.id });
  await eventually('the records are unified', async () => {
    const { entityTypes } = await run<{ entityTypes: { nodes: { recordCount: number }[] } }>('{ entityTypes { nodes { recordCount } } }');
    return entityTypes.nodes.some(({ recordCount }) => recordCount > 0);
  });
  await t.settled();
  await decideOne(run, canary, await connect('decided', { [`${canary}_decided.csv`]: widgetsOf(canary) }));
  for (const name of ['first', 'second']) await connect(name, { [`${canary}_${name}.csv`]: widgetsOf(canary) });
  const removed = await connect('removed', { [`${canary}_removed.csv`]: widgetsOf(canary) });
  await run('mutation ($id: ID!) { removeConnection(id: $id) }', { id: removed });
  const broken = await connect('broken', { [`${canary}_broken.csv`]: widgetsOf(canary) });
  await rm(join(folder, canary, 'broken'), { recursive: true });
  await run('mutation ($id: ID!) { syncConnection(id: $id) { sync { id } } }', { id: broken });
  await eventually('the sync of a folder that is gone fails', async () => {
    const { connection } = await run<{ connection: { status: string } }>('query ($id: ID!) { connection(id: $id) { status } }', {
      id: broken,
    });
    return connection.status === 'FAILED';
  });
  const { createUpload } = await run<{ createUpload: { id: string } }>('mutation { createUpload { id } }');
  await fetch(`${gateway.url}/uploads/${createUpload.id}/${canary}.csv`, {
    method: 'PUT',
    headers: { authorization: `Bearer ${session.token}` },
    body: widgetsOf(canary),
  });
  const inhabitant: Inhabitant = {
    viewer,
    token: session.token,
    canary,
    uploadId: createUpload.id,
    notes: new Map([['published', published]]),
  };
  for (const { live } of STORIES) await live({ ...inhabitant, system: t, url: gateway.url, run });
  // What follows from a sync goes on after its records have landed.
  await eventually('the syncs are through', async () => {
    const { runs } = await run<{ runs: { nodes: { workflow: string }[] } }>('{ runs(status: RUNNING, first: 50) { nodes { workflow } } }');
    return runs.nodes.every(({ workflow }) => workflow !== 'connectors.sync');
  });
  await t.settled();
  return inhabitant;
}

type Run = <T>(query: string, variables?: object) => Promise<T>;

/** Rejects the approval that waits for the connection's mapping, with a comment. */
async function decideOne(run: Run, canary: string, connectionId: string): Promise<void> {
  const waiting = async (): Promise<string | undefined> => {
    const { connection } = await run<{ connection: { runs: { nodes: { approval: { id: string; status: string } | null }[] } } }>(
      'query ($id: ID!) { connection(id: $id) { runs { nodes { approval { id status } } } } }',
      { id: connectionId },
    );
    return connection.runs.nodes.find(({ approval }) => approval?.status === 'PENDING')?.approval?.id;
  };
  await eventually('an approval of the mapping', async () => (await waiting()) !== undefined);
  await run('mutation ($id: ID!, $comment: String) { decideApproval(id: $id, decision: REJECT, comment: $comment) { __typename } }', {
    id: await waiting(),
    comment: `${canary} says no`,
  });
}

function salesOf(canary: string): Record<string, string> {
  const accounts = rows(12, (i) => `A${i},${canary} account ${i},${canary}${i}@example.com,${['Retail', 'Finance', 'Energy'][i % 3]},DE`);
  const products = rows(8, (i) => `${canary} rye bread ${i},${canary} series,${i}.50`);
  const orders = rows(60, (i) => {
    // Every tenth names its product not quite as the products' table does.
    const product = `${canary} ${i % 10 === 0 ? 'ryebread' : 'rye bread'} ${i % 8}`;
    const day = `2025-${String((i % 12) + 1).padStart(2, '0')}-15`;
    return `O${i},A${i % 12},${product},${day},$${100 + i}.50,${i % 7 === 0 ? 'open' : 'paid'},${canary} note ${i}`;
  });
  const described = ['order_id', 'account_id', 'product', 'amount', 'note'].map(
    (column) => `orders,${column},What ${canary} means by ${column}`,
  );
  return {
    'accounts.csv': lines('account_id,name,email,industry,country', accounts),
    'products.csv': lines('product,series,sales_price', products),
    // One row has a cell too few: it is kept aside.
    'orders.csv': lines('order_id,account_id,product,order_date,amount,status,note', [...orders, 'O60,A1']),
    'tickets.csv': lines(
      `${canary} tickets\n\nticket_id,account_id,opened_on,priority`,
      rows(40, (i) => `T${i},A${i % 12},2025-06-${String((i % 28) + 1).padStart(2, '0')},${i % 2 === 0 ? 'low' : 'high'}`),
    ),
    'data_dictionary.csv': lines('table,column,description', described),
    [`${canary}_empty.csv`]: '',
  };
}

function widgetsOf(canary: string): string {
  return lines(
    'widget_id,label,colour,weight',
    rows(12, (i) => `W${i},${canary} widget ${i},${i % 2 === 0 ? 'blue' : 'red'},${i}.5`),
  );
}

const rows = (count: number, row: (index: number) => string): string[] => Array.from({ length: count }, (_, index) => row(index));
const lines = (head: string, body: readonly string[]): string => [head, ...body].join('\n');
