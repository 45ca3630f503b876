import fc from 'fast-check';
import { expect, test } from 'vitest';
import { FindingStatus, notSeen, seenAgain, settledAs } from './finding-status.ts';

const status = fc.constantFrom(...Object.values(FindingStatus));
const NOW = new Date('2026-03-31T00:00:00Z');

test('what a person did not want stays refused, whatever is seen', () => {
  expect(seenAgain({ status: 'REJECTED', decidedAt: NOW }, NOW)).toBe('REJECTED');
  expect(notSeen('REJECTED')).toBe('REJECTED');
});

test('what is gone is resolved, and open anew when it comes back; what is accepted and not done within a day, too', () => {
  fc.assert(fc.property(status, (each) => notSeen(each) === (each === 'REJECTED' ? 'REJECTED' : 'RESOLVED')));
  expect(seenAgain({ status: 'RESOLVED', decidedAt: null }, NOW)).toBe('OPEN');
  expect(seenAgain({ status: 'ACCEPTED', decidedAt: new Date('2026-03-30T12:00:00Z') }, NOW)).toBe('ACCEPTED');
  expect(seenAgain({ status: 'ACCEPTED', decidedAt: new Date('2026-03-29T12:00:00Z') }, NOW)).toBe('OPEN');
});

test('decisions fit only what is proposed, deeds only what is accepted; telling one twice changes nothing', () => {
  fc.assert(
    fc.property(status, fc.constantFrom('APPROVED', 'EDITED', 'RESPONDED', 'REJECTED', 'EXPIRED', 'DONE'), (before, what) => {
      const after = settledAs(before, what);
      expect(after === null).toBe(before !== (what === 'DONE' ? 'ACCEPTED' : 'PROPOSED'));
      if (after !== null) expect(settledAs(after, what)).toBeNull();
    }),
  );
});
