import { describe, expect, test } from 'vitest';
import { csvField, toCsv } from './csv.ts';

describe('CSV', () => {
  test('quotes commas, quotes and line breaks after RFC 4180', () => {
    expect(csvField('Kan-code, Inc.')).toBe('"Kan-code, Inc."');
    expect(csvField('the "best"')).toBe('"the ""best"""');
    expect(csvField('two\nlines')).toBe('"two\nlines"');
  });
  test('text that a spreadsheet would run as a formula stays text; negative numbers stay numbers', () => {
    expect(csvField('=1+1')).toBe("'=1+1");
    expect(csvField('@import')).toBe("'@import");
    expect(csvField(-12.5)).toBe('-12.5');
    expect(csvField('-12.5')).toBe('-12.5');
  });
  test('blanks are empty and every line ends in CRLF', () => {
    expect(toCsv(['a', 'b'], [[null, 1]])).toBe('a,b\r\n,1\r\n');
  });
});
