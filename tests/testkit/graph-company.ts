import { mkdtemp, mkdir, rm, writeFile } from 'node:fs/promises';
import { randomUUID } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { subgraphFactories } from '../../embedded/subgraphs.ts';
import { signSession } from '../../subgraphs/kernel/viewer/session-token.ts';
import type { UserViewer } from '../../subgraphs/kernel/viewer/viewer.ts';
import { post } from '../isolation/post.ts';
import { eventually } from './eventually.ts';
import { startTestGateway } from './test-gateway.ts';
import { type TestSystem, startTestSystem } from './test-system.ts';

/** A connection whose mapping is in force. */
export interface Unified {
  readonly id: string;
  readonly folder: string;
}

/** The whole product behind its door, for tests that tell it files and ask the graph. */
export interface GraphCompany extends AsyncDisposable {
  readonly t: TestSystem;
  readonly url: string;
  tokenOf(viewer: UserViewer): Promise<string>;
  /** @throws Error with the errors of the reply when it has any */
  ask<Data>(viewer: UserViewer, query: string, variables?: object): Promise<Data>;
  /** Connects a folder with these files (name → lines) and accepts what they become. */
  unify(viewer: UserViewer, files: Readonly<Record<string, readonly string[]>>): Promise<Unified>;
  /** Writes files of a connection anew and syncs it. */
  resync(viewer: UserViewer, unified: Unified, files: Readonly<Record<string, readonly string[]>>): Promise<void>;
}

export async function openGraphCompany(): Promise<GraphCompany> {
  const t = await startTestSystem(subgraphFactories);
  const gateway = await startTestGateway(t, 'in process');
  const root = await mkdtemp(join(tmpdir(), 'autonomos-company-'));
  const tokenOf = async (viewer: UserViewer): Promise<string> => (await signSession(viewer, t.system.secrets.session, new Date())).token;
  const ask = async <Data>(viewer: UserViewer, query: string, variables: object = {}): Promise<Data> => {
    const { data, errors } = await post(`${gateway.url}/graphql`, query, variables, { authorization: `Bearer ${await tokenOf(viewer)}` });
    if (errors !== undefined) throw new Error(JSON.stringify(errors));
    return data as Data;
  };
  const write = async (folder: string, files: Readonly<Record<string, readonly string[]>>): Promise<void> => {
    for (const [name, lines] of Object.entries(files)) await writeFile(join(folder, name), `${lines.join('\n')}\n`);
  };
  return {
    t,
    url: gateway.url,
    tokenOf,
    ask,
    async unify(viewer, files) {
      const folder = join(root, randomUUID());
      await mkdir(folder);
      await write(folder, files);
      const { connectFiles } = await ask<{ connectFiles: { connection: { id: string } } }>(
        viewer,
        'mutation ($input: ConnectFilesInput!) { connectFiles(input: $input) { ... on ConnectionStarted { connection { id } } } }',
        { input: { folder, name: `Files ${randomUUID()}` } },
      );
      const { id } = connectFiles.connection;
      await t.settled();
      const proposal = 'query ($id: ID!) { connection(id: $id) { mappingProposal { id } } }';
      const { connection } = await ask<{ connection: { mappingProposal: { id: string } } }>(viewer, proposal, { id });
      const accept = 'mutation ($id: ID!) { acceptMapping(input: { proposalId: $id }) { __typename } }';
      await ask(viewer, accept, { id: connection.mappingProposal.id });
      const standing = 'query ($id: ID!) { mappingProposal(id: $id) { status problem { message } } }';
      await eventually('the mapping is published', async () => {
        const { mappingProposal } = await ask<{ mappingProposal: { status: string } }>(viewer, standing, {
          id: connection.mappingProposal.id,
        });
        if (mappingProposal.status === 'FAILED') throw new Error(JSON.stringify(mappingProposal));
        return mappingProposal.status === 'PUBLISHED';
      });
      await t.settled();
      return { id, folder };
    },
    async resync(viewer, { id, folder }, files) {
      await write(folder, files);
      await ask(viewer, 'mutation ($id: ID!) { syncConnection(id: $id) { sync { id } } }', { id });
      await t.settled();
    },
    async [Symbol.asyncDispose]() {
      await gateway[Symbol.asyncDispose]();
      await t[Symbol.asyncDispose]();
      await rm(root, { recursive: true, force: true });
    },
  };
}
