import { expect, test } from 'vitest';
import { personMeant } from './person-meant.ts';

const PEOPLE = [
  { value: '', label: 'nobody' },
  { value: '1', label: 'Ada', hint: 'ada@a.example' },
  { value: '2', label: 'Sam', hint: 'sam@a.example' },
  { value: '3', label: 'Sam', hint: 'sam@b.example' },
];

test('a person is meant by address or name, and only where no other one could be', () => {
  expect(personMeant(PEOPLE, ' ADA@a.example')?.value).toBe('1');
  expect(personMeant(PEOPLE, 'ada')?.value).toBe('1');
  expect(personMeant(PEOPLE, 'Sam')).toBeNull();
  expect(personMeant(PEOPLE, 'nobody')).toBeNull();
});
