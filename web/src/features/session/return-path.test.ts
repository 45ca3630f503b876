import { expect, test } from 'vitest';
import { returnPath } from './return-path.ts';

test('log-in never leads to another site', () => {
  const to = (path: string) => returnPath(new URLSearchParams({ to: path }));
  expect(to('/ask?q=revenue')).toBe('/ask?q=revenue');
  expect(to('//evil.example')).toBe('/');
  expect(to('/\\evil.example')).toBe('/');
  expect(to('https://evil.example')).toBe('/');
  expect(to('/login?to=/login')).toBe('/');
});
