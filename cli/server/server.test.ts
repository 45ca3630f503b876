import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { temporaryFolder } from '../../tests/support/temporary-folder.ts';
import { EXIT } from '../exit-codes.mjs';
import { Failure } from '../failure.mjs';
import { isOurServer } from './process-identity.ts';
import { readServerFile, removeServerFile, writeServerFile } from './server-file.ts';
import { ServerLog, logFileOf } from './server-log.ts';
import { startFailure } from './start-failure.ts';

const server = { pid: 4711, url: 'http://127.0.0.1:4000', version: '0.1.0', startedAt: '2025-01-02T03:04:05.000Z' };

describe('server.json', () => {
  test('is read as it was written, and only its owner may read it', () => {
    const folder = join(temporaryFolder(), 'new');
    writeServerFile(folder, server);
    expect(readServerFile(folder)).toEqual(server);
    expect(statSync(join(folder, 'server.json')).mode & 0o777).toBe(0o600);
    expect(JSON.parse(readFileSync(join(folder, 'server.json'), 'utf8'))).toEqual(server);
  });

  test.each([
    '',
    '{"pid":1',
    '{"pid":-1,"url":"http://x","version":"1","startedAt":"2025-01-02T03:04:05Z"}',
    '{"pid":1,"url":"file:///etc","version":"1","startedAt":"2025-01-02T03:04:05Z"}',
  ])('counts as absent when it holds %j', (content) => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, 'server.json'), content);
    expect(readServerFile(folder)).toBeNull();
  });

  test('is not removed by a process that no longer owns it', () => {
    const folder = temporaryFolder();
    writeServerFile(folder, server);
    removeServerFile(folder, 1);
    expect(readServerFile(folder)).toEqual(server);
    removeServerFile(folder, 4711);
    expect(readServerFile(folder)).toBeNull();
  });
});

test('a process id that belongs to another program is not our server', () => {
  expect(isOurServer(process.pid)).toBe(false);
});

describe('why the server did not start', () => {
  const situation = { port: '4000', dataFolder: '/srv/data' };
  const withCode = (code: string): Error => Object.assign(new Error(code), { code });

  test('a port in use is named, with the option that chooses another', async () => {
    const blocker = createServer().listen(0, '127.0.0.1');
    await new Promise((resolve) => blocker.once('listening', resolve));
    const address = blocker.address();
    const port = typeof address === 'object' ? address?.port : undefined;
    const second = createServer();
    const error = await new Promise((resolve) => second.once('error', resolve).listen(port, '127.0.0.1'));
    blocker.close();
    expect(startFailure(error, { ...situation, port: String(port) })).toMatchObject({
      exitCode: EXIT.PORT_IN_USE,
      message: expect.stringMatching(new RegExp(`${port}[^]*--port`)),
    });
  });

  test('a data folder in use says who serves it and where', () => {
    const dataFolder = temporaryFolder();
    writeServerFile(dataFolder, server);
    expect(startFailure(withCode('DATA_FOLDER_IN_USE'), { ...situation, dataFolder })).toMatchObject({
      exitCode: EXIT.DATA_FOLDER_IN_USE,
      message: expect.stringMatching(/4711[^]*http:\/\/127\.0\.0\.1:4000/),
    });
  });

  test('a full disk is found through wrappers', () => {
    const wrapped = new Error('could not initialise', { cause: new AggregateError([new Error('other'), withCode('ENOSPC')]) });
    expect(startFailure(wrapped, situation)).toMatchObject({ exitCode: EXIT.FAILED, message: expect.stringContaining('full') });
  });

  test('a configuration with faults is a mistake of usage', () => {
    const error = Object.assign(new Error('PORT: too big'), { name: 'ConfigError' });
    expect(startFailure(error, situation)).toMatchObject({ exitCode: EXIT.USAGE });
  });

  test.for([
    ['REDIS_CERTIFICATE_REFUSED', EXIT.USAGE, 'REDIS_CA_FILE'],
    ['REDIS_CA_UNREADABLE', EXIT.USAGE, 'PEM'],
    ['DATABASE_NOT_PREPARED', EXIT.FAILED, 'autonomos migrate up'],
    ['PROCESS_NOT_READY', EXIT.FAILED, 'logs'],
  ] as const)('%s says what to look at', ([code, exitCode, hint]) => {
    expect(startFailure(withCode(code), situation)).toMatchObject({ exitCode, message: expect.stringContaining(hint) });
  });

  test('what was not foreseen stays as it is', () => {
    const error = new Error('surprise');
    expect(startFailure(error, situation)).toBe(error);
    expect(startFailure(error, situation)).not.toBeInstanceOf(Failure);
  });
});

describe('the log file', () => {
  test('is appended to, readable by its owner only, and moved aside when it has grown', () => {
    const folder = join(temporaryFolder(), 'new');
    const log = new ServerLog(folder, 10);
    log.write('first line\n');
    log.write('second\n');
    expect(readFileSync(logFileOf(folder), 'utf8')).toBe('second\n');
    expect(readFileSync(`${logFileOf(folder)}.1`, 'utf8')).toBe('first line\n');
    expect(statSync(logFileOf(folder)).mode & 0o777).toBe(0o600);
    new ServerLog(folder).write('third\n');
    expect(readFileSync(logFileOf(folder), 'utf8')).toBe('second\nthird\n');
  });
});
