import { beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { eventually } from '../../../tests/testkit/eventually.ts';
import {
  WITHOUT_REDIS,
  findRedis,
  freePort,
  hasOpenssl,
  makeCertificates,
  startRedis,
  type TestCertificates,
  type TestRedis,
} from '../../../tests/testkit/redis-server.ts';
import { createLogger } from '../telemetry/logger.ts';
import { REDIS_PATIENCE, openRedis, type RedisPatience, type SharedRedis } from './redis.ts';

/** As the product's, with waits a test can bear. */
const QUICK: RedisPatience = { ...REDIS_PATIENCE, commandMs: 150, connectMs: 1_000, firstRetryMs: 10, longestRetryMs: 50 };
const logger = createLogger('silent');

async function redis(options: Parameters<typeof startRedis>[0] = {}): Promise<TestRedis> {
  const server = await startRedis(options);
  onTestFinished(() => server[Symbol.asyncDispose]());
  return server;
}

async function open(url: string, caFile: string | null = null): Promise<SharedRedis> {
  const opened = await openRedis({ url, caFile }, logger, QUICK);
  onTestFinished(() => opened.close());
  return opened;
}

describe.skipIf(findRedis() === null)(`a connection to Redis (${findRedis() ?? WITHOUT_REDIS})`, () => {
  test('runs commands, and tells what Redis itself refuses from Redis being away', async () => {
    const shared = await open((await redis()).url);
    expect(await shared.run((client) => client.incr('counter'))).toBe(1);
    await expect(shared.run((client) => client.call('NO-SUCH-COMMAND'))).rejects.toThrow('unknown command');
    await shared.check();
  });

  test('logs in with the password of the address, and is refused with another', async () => {
    const { port } = await redis({ password: 'right horse' });
    await (await open(`redis://:right%20horse@127.0.0.1:${port}/1`)).check();
    await expect(open(`redis://:wrong@127.0.0.1:${port}`)).rejects.toMatchObject({ code: 'REDIS_LOGIN_REFUSED' });
    await expect(open(`redis://127.0.0.1:${port}`)).rejects.toMatchObject({ code: 'REDIS_LOGIN_REFUSED' });
  });

  test('starts without a Redis that is away, and uses it once it is there', async () => {
    const server = await redis();
    await server.kill();
    const shared = await open(server.url);
    await expect(shared.check()).rejects.toMatchObject({ code: 'UNAVAILABLE' });
    await server.start();
    await eventually('Redis is back', () =>
      shared.check().then(
        () => true,
        () => false,
      ),
    );
  });

  test('nobody waits for a frozen Redis longer than a command may take, and after a few nobody waits at all', async () => {
    const server = await redis();
    const shared = await open(server.url);
    server.freeze();
    const waits: number[] = [];
    for (let attempt = 0; attempt < 8; attempt++) {
      const started = performance.now();
      await expect(shared.check()).rejects.toMatchObject({ code: 'UNAVAILABLE' });
      waits.push(performance.now() - started);
    }
    expect(Math.max(...waits)).toBeLessThan(QUICK.commandMs * 4);
    expect(Math.min(...waits.slice(5))).toBeLessThan(20);
    server.thaw();
    await eventually('Redis is back', () =>
      shared.check().then(
        () => true,
        () => false,
      ),
    );
  });
});

describe.skipIf(findRedis() === null || !hasOpenssl())('Redis over TLS, with certificates made by openssl', () => {
  let certificates: TestCertificates;
  beforeAll(async () => {
    certificates = await makeCertificates();
    return () => certificates[Symbol.asyncDispose]();
  });

  test('is used when the authority of REDIS_CA_FILE signed its certificate', async () => {
    const { url } = await redis({ certificates });
    const shared = await open(url, certificates.caFile);
    expect(await shared.run((client) => client.incr('counter'))).toBe(1);
  });

  test('is refused when another authority did, when none is given, and under a name that is not in its certificate', async () => {
    const { url, port } = await redis({ certificates });
    await expect(open(url, certificates.otherCaFile)).rejects.toMatchObject({ code: 'REDIS_CERTIFICATE_REFUSED' });
    await expect(open(url)).rejects.toMatchObject({ code: 'REDIS_CERTIFICATE_REFUSED' });
    await expect(open(`rediss://127.0.0.1:${port}`, certificates.caFile)).rejects.toMatchObject({ code: 'REDIS_CERTIFICATE_REFUSED' });
  });

  test('is refused when the authority’s file is missing or holds none', async () => {
    const url = `rediss://localhost:${await freePort()}`;
    await expect(open(url, '/no/such/file.pem')).rejects.toMatchObject({ code: 'REDIS_CA_UNREADABLE' });
    await expect(open(url, certificates.keyFile)).rejects.toMatchObject({ code: 'REDIS_CA_UNREADABLE' });
  });
});
