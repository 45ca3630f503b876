import { expect, test } from 'vitest';
import { kindsOf } from './kinds.ts';
import { isRecordKeeping } from './record-keeping.ts';

test('what a system notes of its entries says nothing of what they are', () => {
  const noted = ['created at', 'last modified date', 'system modstamp', 'updated on', 'date created', 'created by id', 'last activity date', 'record created time', 'last viewed date']; // prettier-ignore
  expect(noted.filter((name) => !isRecordKeeping(name, []))).toEqual([]);
  const telling = ['birth date', 'release date', 'published', 'founded', 'created', 'close date', 'signed on', 'name'];
  expect(telling.filter((name) => isRecordKeeping(name, ['1999-01-01']))).toEqual([]);
  expect(isRecordKeeping('created', ['2024-01-01T10:00:00Z', '2024-02-01T11:30:00Z'])).toBe(true);
});

test('such attributes are not compared', () => {
  const records = Array.from({ length: 20 }, (_, i) => ({
    id: String(i),
    source: 'a',
    values: { name: `Person ${i}`, birthDate: `19${60 + i}-01-02`, lastModifiedDate: `2024-01-${10 + (i % 9)}` },
  }));
  const hint = (name: string) => ({ name, semantic: name === 'name' ? ('NAME' as const) : ('DATE' as const), type: 'TEXT' as const });
  expect(kindsOf(records, ['name', 'birthDate', 'lastModifiedDate'].map(hint)).map(({ name }) => name)).toEqual(['name', 'birthDate']);
});
