import { expect, test } from 'vitest';
import { createAsking } from './asking.ts';

const ids = Array.from({ length: 10 }, (_, at) => `w${at}`);

test('a few ask at a time, in the order in which they came; each that is done lets the next one', () => {
  const asking = createAsking();
  for (const id of ids) asking.want(id);
  expect(ids.filter(asking.mayAsk)).toEqual(ids.slice(0, 6));
  asking.settle('w2', 'ready');
  asking.settle('w3', 'failed');
  expect(ids.filter(asking.mayAsk)).toEqual(ids.slice(0, 8));
  expect(asking.counts()).toEqual({ wanted: 10, ready: 1, failed: 1, stopped: false });
});

test('stopped, those under way let go and nobody else begins; going on, they begin again; what is there stays', () => {
  const asking = createAsking();
  for (const id of ids) asking.want(id);
  asking.settle('w0', 'ready');
  asking.stop();
  expect(ids.filter(asking.mayAsk)).toEqual(['w0']);
  asking.goOn();
  expect(ids.filter(asking.mayAsk)).toEqual(ids.slice(0, 7));
});

test('one that leaves makes room', () => {
  const asking = createAsking();
  for (const id of ids) asking.want(id);
  asking.leave('w0');
  expect(asking.mayAsk('w6')).toBe(true);
  expect(asking.counts().wanted).toBe(9);
});
