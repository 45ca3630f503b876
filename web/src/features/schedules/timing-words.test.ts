import { expect, test } from 'vitest';
import { cronWords, everySecondsWords } from './timing-words.ts';

test('lengths of time are said in their largest whole unit', () => {
  expect([60, 90, 3_600, 5_400, 86_400, 172_800].map(everySecondsWords)).toEqual([
    'every minute',
    'every 90 seconds',
    'every hour',
    'every 90 minutes',
    'every day',
    'every 2 days',
  ]);
});

test('the commonest cron lines are said in words, the others are left as they are', () => {
  expect(['0 6 * * *', '30 6 * * 1-5', '0 */4 * * *', '*/15 * * * *', '0 9 * * 1', '0 6 1 * *'].map(cronWords)).toEqual([
    'every day at 06:00',
    'Monday to Friday at 06:30',
    'every 4 hours at :00',
    'every 15 minutes',
    'every Monday at 09:00',
    'on day 1 of the month at 06:00',
  ]);
  expect(['', 'x', '0 6 * 2 *', '0 6 1,15 * *', '0 0 6 * * *'].map(cronWords)).toEqual([null, null, null, null, null]);
});
