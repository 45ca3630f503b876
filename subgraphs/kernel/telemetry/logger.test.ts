import { Writable } from 'node:stream';
import { expect, test } from 'vitest';
import { createLogger, currentLogContext, withLogContext } from './logger.ts';

/** What `log` wrote, parsed line by line. */
function linesOf(log: (logger: ReturnType<typeof createLogger>) => void, level = 'info'): Record<string, unknown>[] {
  const lines: Record<string, unknown>[] = [];
  const sink = new Writable({
    write(chunk: Buffer, _encoding, done) {
      lines.push(JSON.parse(chunk.toString('utf8')) as Record<string, unknown>);
      done();
    },
  });
  log(createLogger(level, sink));
  return lines;
}

test.each(['password', 'token', 'authorization', 'cookie', 'secret', 'ownerKey'])('%s is cut out, wherever it stands', (key) => {
  const canary = 'canary-3f1';
  const [line] = linesOf((logger) => {
    logger.info({ [key]: canary, headers: { [key]: canary }, variables: { input: { [key]: canary, name: 'kept' } } }, 'm');
  });
  expect(JSON.stringify(line)).not.toContain(canary);
  expect(JSON.stringify(line)).toContain('kept');
});

test('every line carries the ids of the request it belongs to, across awaits, and of no other', async () => {
  const written = linesOf((logger) => {
    withLogContext({ requestId: 'r1', tenantId: 't1' }, () => {
      logger.info('outer');
      withLogContext({ traceId: 'x1' }, () => logger.info('inner'));
    });
    logger.info('outside');
  });
  expect(written).toMatchObject([
    { requestId: 'r1', tenantId: 't1', msg: 'outer' },
    { requestId: 'r1', traceId: 'x1', msg: 'inner' },
    { msg: 'outside' },
  ]);
  expect(written[2]).not.toHaveProperty('requestId');
  const seen = await Promise.all(
    ['a', 'b'].map((requestId) =>
      withLogContext({ requestId }, async () => {
        await new Promise(setImmediate);
        return currentLogContext().requestId;
      }),
    ),
  );
  expect(seen).toEqual(['a', 'b']);
});

test('lines below the level are not written', () => {
  expect(linesOf((logger) => logger.info('quiet'), 'warn')).toEqual([]);
});

test('an error is written with its stack', () => {
  const [line] = linesOf((logger) => logger.error({ err: new Error('broken') }, 'm'));
  expect(line).toMatchObject({ err: { type: 'Error', message: 'broken', stack: expect.stringContaining('logger.test') } });
});
