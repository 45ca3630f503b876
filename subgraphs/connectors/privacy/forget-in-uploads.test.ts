import { randomBytes, randomUUID } from 'node:crypto';
import { mkdir, readFile, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createPseudonyms } from '../../kernel/personal-data/pseudonym.ts';
import { Subject } from '../../kernel/privacy/subject/subject.ts';
import { type ConnectorsTest, startConnectorsTest } from '../connectors.testkit.ts';
import { ConnectionRow } from '../connections/connection.entity.ts';
import { uploadFolder, uploadLocation } from '../uploads/upload-location.ts';
import { forgetInUploads } from './forget-in-uploads.ts';

let c: ConnectorsTest;
beforeAll(async () => {
  c = await startConnectorsTest();
});
afterAll(() => c[Symbol.asyncDispose]());

test('somebody is taken out of uploaded files whatever their encoding, and every other byte stays', async () => {
  const { system } = c.t;
  const { tenantId, userId } = await c.t.newTenant();
  const uploadId = randomUUID();
  const folder = uploadFolder(system.config.dataFolder, tenantId, uploadId);
  await mkdir(folder, { recursive: true });
  const text = `name;mail\r\nGrüße;wilhelmina.quartz@example.org\r\n${'x;y\r\n'.repeat(40_000)}Zoë;theo@example.org\r\n`;
  await writeFile(join(folder, 'utf8.csv'), text);
  await writeFile(join(folder, 'latin1.csv'), text, 'latin1');
  await writeFile(join(folder, 'wide.csv'), `\uFEFF${text}`, 'utf16le');
  await writeFile(join(folder, 'other.csv'), 'nothing;here\n');
  await system.database.unitOfWork(tenantId, ({ em }) =>
    em
      .persist(
        em.create(ConnectionRow, {
          id: randomUUID(), tenantId, name: 'Upload', kind: 'FILES', location: uploadLocation(tenantId, uploadId), secret: null, settings: null,
          status: 'READY', statusReason: null, createdBy: userId, createdAt: new Date(),
        }), // prettier-ignore
      )
      .flush(),
  );
  const subject = new Subject(
    [{ kind: 'EMAIL', value: 'Wilhelmina.Quartz@example.org', table: null, related: false }],
    createPseudonyms(randomBytes(32)),
  );
  await forgetInUploads(system, { tenantId, runId: randomUUID(), groups: new Map(), subject }, new AbortController().signal);
  const expected = text.replace('wilhelmina.quartz@example.org', subject.text('wilhelmina.quartz@example.org')?.text ?? '');
  expect(await readFile(join(folder, 'utf8.csv'), 'utf8')).toBe(expected);
  expect(await readFile(join(folder, 'latin1.csv'), 'latin1')).toBe(expected);
  expect(await readFile(join(folder, 'wide.csv'), 'utf16le')).toBe(`\uFEFF${expected}`);
  expect((await readdir(folder)).toSorted()).toEqual(['latin1.csv', 'other.csv', 'utf8.csv', 'wide.csv']);
});
