import type { IncomingMessage } from 'node:http';
import { expect, test } from 'vitest';
import { callerOf } from './client-address.ts';

const addressOf = (
  forwarded: string | string[] | undefined,
  proxies: number,
  peer: string | undefined = '::ffff:10.0.0.1',
): string | null =>
  callerOf({ headers: { 'x-forwarded-for': forwarded }, socket: { remoteAddress: peer } } as never as IncomingMessage, proxies).address;

test('without a proxy of ours nobody is believed but the socket', () => {
  expect(addressOf('203.0.113.9', 0)).toBe('10.0.0.1');
  expect(addressOf(undefined, 0, '2001:DB8::1')).toBe('2001:db8::1');
});

test('behind proxies it is what the outermost of ours wrote, whatever the caller made up before it', () => {
  expect(addressOf('1.1.1.1, 203.0.113.9', 1)).toBe('203.0.113.9');
  expect(addressOf('1.1.1.1, 203.0.113.9, 10.0.0.7', 2)).toBe('203.0.113.9');
});

test.each([undefined, '', 'unknown', '203.0.113.9, evil', ['a', 'b'], ', ,'])('%s names no address: the socket’s counts', (forwarded) => {
  expect(addressOf(forwarded, 1)).toBe('10.0.0.1');
});
