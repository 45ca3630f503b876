import { randomBytes, randomUUID } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises';
import { createServer, type AddressInfo, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SMTPServer } from 'smtp-server';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { eventually } from '../../../tests/testkit/eventually.ts';
import { openTestKernel, type TestKernel } from '../../../tests/testkit/test-kernel.ts';
import { startEventPump, type EventPump } from '../outbox/event-pump.ts';
import { vaultKey } from '../vault/vault.ts';
import { fileMailer } from './file-mailer.ts';
import { mailConsumer, requestMail } from './mail-outbox.ts';
import type { Mailer } from './mail.ts';
import { smtpMailer } from './smtp-mailer.ts';

const FROM = 'AutonomOS <no-reply@autonomos.example>';
const LETTER = { to: 'ada@example.com', subject: 'Grüße', text: 'Der Code: äöü-123\nhttps://autonomos.example/reset#abc' };

interface Office extends AsyncDisposable {
  url: string;
  received: { to: string; text: string }[];
  /** What the server answers to the next recipients instead of taking them. */
  refusals: number[];
}

/** A mail server that wants a password. */
async function openOffice(): Promise<Office> {
  const office: Pick<Office, 'received' | 'refusals'> = { received: [], refusals: [] };
  const server = new SMTPServer({
    disabledCommands: ['STARTTLS'],
    allowInsecureAuth: true,
    logger: false,
    closeTimeout: 50,
    onAuth: ({ username, password }, _session, done) =>
      username === 'me' && password === 'p@ss' ? done(null, { user: 'me' }) : done(new Error('no')),
    onRcptTo(_address, _session, done) {
      const code = office.refusals.shift();
      done(code === undefined ? null : Object.assign(new Error('refused'), { responseCode: code }));
    },
    onData(stream, session, done) {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        office.received.push({
          to: session.envelope.rcptTo.map(({ address }) => address).join(),
          text: Buffer.concat(chunks).toString('utf8'),
        });
        done();
      });
    },
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const { port } = server.server.address() as AddressInfo;
  return {
    ...office,
    url: `smtp://me:p%40ss@127.0.0.1:${port}`,
    [Symbol.asyncDispose]: () =>
      new Promise((resolve) => {
        server.close(resolve);
      }),
  };
}

let kernel: TestKernel;
let pump: EventPump;
const secrets = { vault: vaultKey(randomBytes(32)) };
const post = { mailer: null as Mailer | null };
beforeAll(async () => {
  kernel = await openTestKernel();
  const current: Mailer = { send: async (mail, id) => post.mailer?.send(mail, id), close: () => undefined };
  pump = await startEventPump(kernel, [mailConsumer({ secrets, logger: kernel.logger }, current)]);
});
afterAll(async () => {
  await pump.stop();
  await kernel[Symbol.asyncDispose]();
});

test('a mail goes out over SMTP, with a password and in any alphabet', async () => {
  await using office = await openOffice();
  const mailer = smtpMailer(office.url, FROM);
  await mailer.send(LETTER, randomUUID());
  mailer.close();
  expect(office.received).toMatchObject([{ to: 'ada@example.com' }]);
  expect(office.received[0]?.text).toMatch(/^From: AutonomOS <no-reply@autonomos\.example>/mu);
  expect(office.received[0]?.text).toMatch(/^Subject: =\?UTF-8\?/mu);
});

test('what a name or an address smuggles in is no header and no second recipient', async () => {
  await using office = await openOffice();
  const mailer = smtpMailer(office.url, FROM);
  await mailer.send({ ...LETTER, subject: 'x\r\nBcc: eve@example.com' }, randomUUID());
  expect(office.received[0]?.text).not.toMatch(/^Bcc/mu);
  expect(office.received[0]?.to).toBe('ada@example.com');
  mailer.close();
});

test('a mail that is refused for good is given up, one that is not wanted now is tried again, and a wrong password is no reason to give up', async () => {
  await using office = await openOffice();
  const mailer = smtpMailer(office.url, FROM);
  office.refusals.push(550, 450);
  await expect(mailer.send(LETTER, randomUUID())).rejects.toMatchObject({ name: 'MailRefused' });
  await expect(mailer.send(LETTER, randomUUID())).rejects.toMatchObject({ name: 'Error' });
  mailer.close();
  const stranger = smtpMailer(office.url.replace('p%40ss', 'wrong'), FROM);
  await expect(stranger.send(LETTER, randomUUID())).rejects.toMatchObject({ name: 'Error' });
  stranger.close();
});

test('without a mail server mails are files that can be read, for their owner only, the newest two hundred', async () => {
  const folder = join(await mkdtemp(join(tmpdir(), 'autonomos-mail-')), 'mail');
  const mailer = fileMailer(folder, FROM);
  for (let i = 0; i < 205; i++) await mailer.send({ ...LETTER, subject: `letter ${i}` }, randomUUID());
  const names = (await readdir(folder)).toSorted();
  expect(names).toHaveLength(200);
  const last = join(folder, names.at(-1) ?? '');
  expect(await readFile(last, 'utf8')).toContain('https://autonomos.example/reset#abc');
  expect((await stat(last)).mode & 0o777).toBe(0o600);
  await rm(folder, { recursive: true });
});

test('a mail is sent after the commit, once, and never when there is none', async () => {
  await using office = await openOffice();
  post.mailer = smtpMailer(office.url, FROM);
  const tenantId = await kernel.newTenant();
  const { database } = kernel;
  const failing = database.unitOfWork(tenantId, async (unit) => {
    requestMail(unit, secrets, LETTER);
    await unit.em.flush();
    throw new Error('the work failed');
  });
  await expect(failing).rejects.toThrow('the work failed');
  await database.unitOfWork(tenantId, async (unit) => requestMail(unit, secrets, LETTER));
  await pump.settled();
  expect(office.received).toHaveLength(1);
});

test('a mail server that is away for a moment gets the mail when it is back', async () => {
  const tenantId = await kernel.newTenant();
  const away: Server = createServer((socket) => socket.destroy());
  await new Promise<void>((resolve) => {
    away.listen(0, '127.0.0.1', resolve);
  });
  let tried = 0;
  const broken = smtpMailer(`smtp://me:p%40ss@127.0.0.1:${(away.address() as AddressInfo).port}`, FROM);
  post.mailer = { send: async (mail, id) => broken.send(mail, id).finally(() => tried++), close: () => undefined };
  await kernel.database.unitOfWork(tenantId, async (unit) => requestMail(unit, secrets, LETTER));
  await eventually('it is tried', () => tried > 0);
  await using office = await openOffice();
  post.mailer = smtpMailer(office.url, FROM);
  await eventually('the mail arrives', () => office.received.length > 0);
  expect(office.received).toMatchObject([{ to: LETTER.to }]);
  away.close();
});
