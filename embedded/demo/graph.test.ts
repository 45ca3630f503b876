import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import { z } from 'zod';
import { demoGraph } from './graph.ts';

const data = z.object({ ok: z.boolean() });

async function serverThatSays(replies: readonly object[]): Promise<{ url: string; asked: () => number }> {
  let asked = 0;
  const server = createServer((_request, response) => {
    const reply = replies[Math.min(asked, replies.length - 1)];
    asked += 1;
    response
      .writeHead(reply !== undefined && 'errors' in reply ? 429 : 200, { 'content-type': 'application/json' })
      .end(JSON.stringify(reply));
  });
  await new Promise<void>((listening) => void server.listen(0, '127.0.0.1', listening));
  onTestFinished(() => void server.close());
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, asked: () => asked };
}
const error = (retry: boolean): object => ({ errors: [{ message: 'Too many requests.', extensions: { code: 'RATE_LIMITED', retry } }] });

test('a server that is asked too often is asked again, not given up', async () => {
  const { url, asked } = await serverThatSays([error(true), { data: { ok: true } }]);
  expect(await demoGraph(url, null, new AbortController().signal)('{ ok }', {}, data)).toEqual({ ok: true });
  expect(asked()).toBe(2);
});

test('any other refusal ends it with what was said', async () => {
  const { url, asked } = await serverThatSays([error(false)]);
  await expect(demoGraph(url, null, new AbortController().signal)('{ ok }', {}, data)).rejects.toThrow('Too many requests.');
  expect(asked()).toBe(1);
});
