import { expect, test } from 'vitest';
import { nameBasedUuid } from './name-based-uuid.ts';

// RFC 9562, appendix A.4.
const DNS = '6ba7b810-9dad-11d1-80b4-00c04fd430c8';

test('gives the id of the standard’s example', () => {
  expect(nameBasedUuid(DNS, 'www.example.com')).toBe('2ed6657d-e927-568b-95e1-2665a8aea6a2');
});

test('another name or another namespace is another id', () => {
  expect(nameBasedUuid(DNS, 'a')).not.toBe(nameBasedUuid(DNS, 'b'));
  expect(nameBasedUuid(nameBasedUuid(DNS, 'a'), 'a')).not.toBe(nameBasedUuid(DNS, 'a'));
});

test('a namespace that is not a UUID is refused', () => {
  expect(() => nameBasedUuid('nonsense', 'a')).toThrow('not a UUID');
});
