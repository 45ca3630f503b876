import fc from 'fast-check';
import { expect, test } from 'vitest';
import { PERSONAS, readAddress, stepped, VIEWS, writeAddress } from './ask-address.ts';
import type { AskAddress } from './ask-address.ts';

const words = fc.stringMatching(/^[a-z"&=+%? ]{0,20}[a-z]$/).map((text) => text.trim());
const addresses = fc.record({
  question: words,
  view: fc.constantFrom(...VIEWS),
  persona: fc.option(fc.constantFrom(...PERSONAS)),
  after: fc.option(words),
  via: fc.uniqueArray(words, { maxLength: 12 }),
  versus: fc.option(words),
  galaxy: fc.record({
    tiers: fc.subarray(['HIGH', 'MEDIUM', 'LOW'] as const).map((each) => new Set(each)),
    domains: fc.subarray(['FINANCE', 'GROWTH', 'OPERATIONS', 'PRODUCT', 'PEOPLE'] as const).map((each) => new Set(each)),
    relations: fc.subarray(['COMPONENT', 'DRIVER', 'RATIO', 'CORRELATE'] as const).map((each) => new Set(each)),
    pins: fc.uniqueArray(words, { maxLength: 12 }),
    open: fc.option(words),
  }),
});

function search(address: AskAddress): URLSearchParams {
  const made = new URLSearchParams();
  for (const [key, value] of Object.entries(writeAddress(address))) for (const each of [value].flat()) made.append(key, each);
  return new URLSearchParams(made.toString());
}

test('a link restores the question, the journey, what is filtered, pinned, opened and compared', () => {
  fc.assert(
    fc.property(addresses, (address) => {
      expect(readAddress(search(address))).toEqual(address);
    }),
  );
});

test('a step back forgets what came after it, and no journey grows without end', () => {
  const start = readAddress(new URLSearchParams({ q: 'a' }));
  const at = stepped(stepped(start, 'b'), 'c');
  expect(at.via).toEqual(['a', 'b']);
  expect(stepped(at, 'a')).toMatchObject({ question: 'a', via: [] });
  const far = Array.from({ length: 40 }, (_, index) => `q${index}`).reduce(stepped, start);
  expect(readAddress(search(far)).via).toHaveLength(12);
});
