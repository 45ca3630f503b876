import { describe, expect, it } from 'vitest';
import { fold, squash } from './fold.ts';
import { similarWords } from './similar.ts';
import { codesOf, tokensOf } from './tokens.ts';

describe('texts', () => {
  it.each([
    ['MusÃ©e d’Orsay', 'musee dorsay'],
    ['TrÃ ¶ egs Brewing', 'troegs brewing'],
    ['Caf&#233; &amp; Bar', 'cafe & bar'],
    ['ООО Ромашка', 'ooo romashka'],
    ['Straße in Łódź', 'strasse in lodz'],
    ["philippe \\ 's the original", 'philippes the original'],
  ])('%s is read as %s', (written, read) => {
    expect(fold(written)).toBe(read);
  });

  it('are the same companies without legal forms, streets with short forms, persons with nicknames', () => {
    expect(tokensOf(fold('The Acme Corp., Inc.'), 'ORGANISATION')).toEqual(['acme']);
    expect(tokensOf(fold('12 Main St.'), 'ADDRESS')).toEqual(tokensOf(fold('12 main street'), 'ADDRESS'));
    expect(tokensOf(fold('Dr. Bob Smith'), 'PERSON')).toEqual(['robert', 'smith']);
    expect(tokensOf(fold('Second Division'), 'TITLE')).toEqual(['2', 'division']);
  });

  it('hold codes, however they are written', () => {
    expect(codesOf(fold('Sony PS-LX350H turntable'))).toEqual(codesOf(fold('turntable pslx350h')));
    expect(similarWords('u18', 'u20')).toBe(0);
    expect(similarWords('kdl46xbr4', 'kdl46xbr4b')).toBeGreaterThan(0.8);
    expect(similarWords('university', 'univ')).toBeGreaterThan(0.7);
    expect(squash('a-1 b')).toBe('a1b');
  });
});
