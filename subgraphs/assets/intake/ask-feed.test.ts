import { randomUUID } from 'node:crypto';
import { beforeEach, expect, onTestFinished, test, vi } from 'vitest';
import { askFeed, FIRST_BREAK_MS, refusal } from './ask-feed.ts';

const service = new URL('https://sensors.example.com/export');
const going = new AbortController().signal;
let asked = 0;
let answer: number;
beforeEach(() => {
  asked = 0;
  answer = 503;
});

/** One request to a service that answers as it is told to. */
function request(): Promise<string> {
  asked += 1;
  return answer === 200 ? Promise.resolve('telemetry') : Promise.reject(refusal(service, new Response(null, { status: answer })));
}
const ask = (tenantId: string): Promise<string> => askFeed(tenantId, service, request, going);

test('a service that keeps failing is left alone, for one tenant only, until it is let through and answers', async () => {
  vi.useFakeTimers({ toFake: ['Date'] });
  onTestFinished(() => void vi.useRealTimers());
  const tenantId = randomUUID();
  for (const after of [3, 5, 5]) {
    await expect(ask(tenantId)).rejects.toMatchObject({ code: 'FEED_NOT_ANSWERED' });
    expect(asked).toBe(after);
  }
  answer = 200;
  await expect(ask(tenantId)).rejects.toMatchObject({ code: 'FEED_NOT_ANSWERED' });
  await expect(ask(randomUUID())).resolves.toBe('telemetry');
  vi.advanceTimersByTime(FIRST_BREAK_MS);
  await expect(ask(tenantId)).resolves.toBe('telemetry');
});

test.each([403, 429])('a service that answers %i is well, and asked again by the next scan', async (status) => {
  answer = status;
  const tenantId = randomUUID();
  for (let scans = 0; scans < 3; scans++) await expect(ask(tenantId)).rejects.toThrow(String(status));
  answer = 200;
  await expect(ask(tenantId)).resolves.toBe('telemetry');
});

test('what a scan gives up counts against nobody', async () => {
  const tenantId = randomUUID();
  const ended = AbortSignal.abort(new Error('cancelled'));
  for (let scans = 0; scans < 6; scans++) await expect(askFeed(tenantId, service, request, ended)).rejects.toThrow('cancelled');
  answer = 200;
  await expect(ask(tenantId)).resolves.toBe('telemetry');
});
