import fc from 'fast-check';
import { expect, test } from 'vitest';
import { MOST_CHANGES, readWhatIf, writeWhatIf } from './what-if-address.ts';
import type { WhatIfAddress } from './what-if-address.ts';

const name = fc.stringMatching(/^[a-z][a-z_]{0,12}$/);
const change = fc.record({
  metric: name,
  kind: fc.constantFrom('percent' as const, 'to' as const),
  amount: fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => (Object.is(value, -0) ? 0 : value)),
});
const addresses = fc.record({
  changes: fc.uniqueArray(change, { selector: ({ metric }) => metric, maxLength: MOST_CHANGES }),
  metric: fc.option(name),
});

function search(address: WhatIfAddress): URLSearchParams {
  const made = new URLSearchParams();
  for (const [key, value] of Object.entries(writeWhatIf(address))) for (const each of [value].flat()) made.append(key, each);
  return made;
}

test('a supposition is the same after it went through an address', () => {
  fc.assert(
    fc.property(addresses, (address) => {
      expect(readWhatIf(search(address))).toEqual(address);
    }),
  );
});

test('an address of nonsense supposes nothing', () => {
  fc.assert(
    fc.property(fc.array(fc.string(), { maxLength: 12 }), (texts) => {
      const { changes } = readWhatIf(new URLSearchParams(texts.map((text) => ['change', text])));
      expect(changes.length).toBeLessThanOrEqual(MOST_CHANGES);
      for (const { amount } of changes) expect(Number.isFinite(amount)).toBe(true);
    }),
  );
});
