import type { IncomingMessage, ServerResponse } from 'node:http';
import { Readable } from 'node:stream';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { DomainError } from '../../kernel/errors/domain-error.ts';
import { createGraphContext } from '../../kernel/federation/context.ts';
import type { UserViewer } from '../../kernel/viewer/viewer.ts';
import { createConnectors } from '../index.ts';
import { type ConnectorsTest, startConnectorsTest } from '../connectors.testkit.ts';

let c: ConnectorsTest;
beforeAll(async () => {
  c = await startConnectorsTest();
});
afterAll(() => c[Symbol.asyncDispose]());

describe('an upload', () => {
  interface Reply {
    status: number;
    body: { bytes?: number };
  }

  async function put(
    viewer: UserViewer,
    path: string,
    body: AsyncIterable<Buffer> | Iterable<Buffer>,
    headers: Record<string, string> = {},
  ): Promise<Reply | string> {
    const [route] = createConnectors(c.t.system).routes ?? [];
    const request = Object.assign(Readable.from(body), { url: path, headers }) as unknown as IncomingMessage;
    const reply: Reply = { status: 0, body: {} };
    const response = {
      writeHead: (status: number) => Object.assign(response, { status: (reply.status = status) }),
      end: (text: string) => void (reply.body = JSON.parse(text) as Reply['body']),
    };
    try {
      await route?.handle(request, response as unknown as ServerResponse, createGraphContext({ viewer }));
      return reply;
    } catch (error) {
      if (error instanceof DomainError) return error.code;
      throw error;
    }
  }
  const create = async (viewer: UserViewer): Promise<{ id: string; path: string; maxFileBytes: number }> =>
    (
      (await c.t.graph('connectors', 'mutation { createUpload { id path maxFileBytes } }', {}, viewer)).data as {
        createUpload: { id: string; path: string; maxFileBytes: number };
      }
    ).createUpload;

  test('is sent file by file, then connected', async () => {
    const viewer = await c.t.newTenant();
    const upload = await create(viewer);
    expect((await c.connect(viewer, { uploadId: upload.id })).problems).toMatchObject([{ code: 'UPLOAD_EMPTY', field: 'uploadId' }]);
    expect(await put(viewer, `${upload.path}/caf%C3%A9%20list.csv`, [Buffer.from('id,na'), Buffer.from('me\n1,a\n2,b\n')])).toEqual({
      status: 201,
      body: { name: 'café list.csv', bytes: 16 },
    });
    const { connection, sync } = await c.connect(viewer, { uploadId: upload.id });
    expect(await c.finished(viewer, sync.id)).toMatchObject({ status: 'SUCCEEDED', recordsLanded: 2 });
    expect((await c.objectsOf(viewer, connection.id))['café list']).toMatchObject({ rowCount: 2 });
    expect(await put(viewer, `${upload.path}/more.csv`, [Buffer.from('x')])).toBe('UPLOAD_CLOSED');
    expect((await c.connect(viewer, { uploadId: upload.id })).problems).toMatchObject([{ code: 'UPLOAD_CLOSED' }]);
  });

  test('takes no unsafe name, no foreign upload, nothing too large, and leaves no half a file', async () => {
    const viewer = await c.t.newTenant();
    const upload = await create(viewer);
    const one = (): Buffer[] => [Buffer.from('id\n1\n')];
    expect(await put(viewer, `${upload.path}/..%2F..%2Fetc.csv`, one())).toBe('FILE_NAME_INVALID');
    expect(await put(viewer, `${upload.path}/.hidden.csv`, one())).toBe('FILE_NAME_INVALID');
    expect(await put(viewer, `${upload.path}/sub/a.csv`, one())).toBe('FILE_NAME_INVALID');
    expect(await put(viewer, `${upload.path}/%E0%A4%A.csv`, one())).toBe('FILE_NAME_INVALID');
    expect(await put(viewer, `${upload.path}/run.exe`, one())).toBe('FILE_TYPE_REFUSED');
    expect(await put(viewer, `${upload.path}/big.csv`, one(), { 'content-length': String(upload.maxFileBytes + 1) })).toBe(
      'FILE_TOO_LARGE',
    );
    expect(await put(await c.t.newTenant(), `${upload.path}/a.csv`, one())).toBe('UPLOAD_NOT_FOUND');
    expect(await put(await c.t.newTenant('VIEWER'), `${upload.path}/a.csv`, one())).toBe('FORBIDDEN');
    expect(await put(viewer, '/uploads/nonsense/a.csv', one())).toBe('UPLOAD_NOT_FOUND');
    async function* broken(): AsyncGenerator<Buffer> {
      yield Buffer.from('id\n');
      throw new Error('the line went dead');
    }
    await expect(put(viewer, `${upload.path}/half.csv`, broken())).rejects.toThrow('went dead');
    expect((await c.connect(viewer, { uploadId: upload.id })).problems).toMatchObject([{ code: 'UPLOAD_EMPTY' }]);
  });
});
