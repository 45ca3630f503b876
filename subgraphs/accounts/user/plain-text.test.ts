import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readName } from './plain-text.ts';

test.each([
  'Ada Lovelace', 'Søren Kierkegaard', "Siobhán O'Connor", 'José María', 'Zoë', 'Nguyễn Thị Minh Khai', 'Владимир Набоков', 'Ελένη Παπαδοπούλου', '山田太郎',
  'ヤマダ 太郎', '김민수', 'محمد علی', 'دانش‌آموز', 'नरेन्द्र', 'क्‍ष', 'שלמה', 'สมชาย', 'Acme & Söhne GmbH', 'Ольга (Olga) Ivanova', 'Kyle 東京Tower', 'R2-D2', '株式会社A', 'Ada 👩‍💻', 'I ❤️ Data',
])('%s is a name', (name) => {
  expect(readName(name)).toEqual({ name: name.normalize('NFKC') });
}); // prettier-ignore

test('what only looks different has one form', () => {
  expect(readName('  Ａｄａ　 Ｌｏｖｅｌａｃｅ ')).toEqual({ name: 'Ada Lovelace' });
  expect(readName('Ada\tLovelace\n')).toEqual({ name: 'Ada Lovelace' });
  expect(readName('Zoe\u0308')).toEqual(readName('Zoë'));
  expect(readName('ﬁnance')).toEqual({ name: 'finance' });
});

test.each([
  ['a zero-width space', 'Ad\u200Ba', 'INVISIBLE'],
  ['a joiner between Latin letters', 'Ad\u200Da', 'INVISIBLE'],
  ['right-to-left override', '\u202Eecilef', 'INVISIBLE'],
  ['an isolate', '\u2066Ada\u2069', 'INVISIBLE'],
  ['a soft hyphen', 'Ad\u00ADa', 'INVISIBLE'],
  ['a tag character', 'Ada\u{E0041}', 'INVISIBLE'],
  ['a Hangul filler', 'Ada\u3164', 'INVISIBLE'],
  ['a braille blank', 'Ada\u2800', 'INVISIBLE'],
  ['a null', 'Ad\u0000a', 'INVISIBLE'],
  ['an escape', 'Ada\u001B[31m', 'INVISIBLE'],
  ['a line separator', 'Ada\u2028x', 'INVISIBLE'],
  ['a private character', 'Ada\uE000', 'INVISIBLE'],
  ['half a character', 'Ada\uD800', 'INVISIBLE'],
  ['Cyrillic among Latin', 'Pаypal', 'MIXED'],
  ['Greek among Latin', 'Αcme', 'MIXED'],
  ['Cherokee among Latin', 'Ꭺcme', 'MIXED'],
  ['Armenian among Latin', 'Ոracle', 'MIXED'],
  ['a pile of accents', 'A\u0334\u0335\u0336\u0337\u0338da', 'ACCENTS'],
  ['nothing', '', 'LENGTH'],
  ['blanks', ' \u00A0\u3000 ', 'LENGTH'],
  ['too much', 'a'.repeat(101), 'LENGTH'],
  ['far too much', 'a'.repeat(1_000_000), 'LENGTH'],
  ['signs only', '!!! ---', 'LETTERS'],
])('%s is no name', (_what, text, fault) => {
  expect(readName(text)).toEqual({ fault });
});

test('a name that was read reads as itself, and has nothing in it that cannot be seen', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => {
      const read = readName(text);
      if ('fault' in read) return;
      expect(readName(read.name)).toEqual(read);
      expect(read.name).not.toMatch(/[\p{Cc}\u200B\u200E\u200F\u202A-\u202E\u2066-\u2069\uFEFF]/u);
    }),
    { numRuns: 2_000 },
  );
});
