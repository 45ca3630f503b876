import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type CsvDialect, CsvParser } from './csv-parser.ts';
import type { CsvBatch } from './csv-record.ts';

const COMMA: CsvDialect = { delimiter: ',', quote: '"', backslash: false };

function parse(chunks: string[], dialect = COMMA, limit?: number): CsvBatch {
  const parser = new CsvParser(dialect, limit);
  const all: CsvBatch = { records: [], bad: [] };
  for (const [index, chunk] of chunks.entries()) {
    const batch = parser.push(chunk, index === chunks.length - 1);
    all.records.push(...batch.records);
    all.bad.push(...batch.bad);
  }
  return all;
}

const cellsOf = (batch: CsvBatch): (string | null)[][] => batch.records.map((record) => record.cells);

function write(rows: string[][], dialect: CsvDialect, lineBreak: string): string {
  const { delimiter, quote } = dialect;
  const cell = (text: string): string =>
    text === '' || /[\r\n]|^ | $/u.test(text) || text.includes(delimiter) || text.includes(quote)
      ? quote + text.replaceAll(quote, quote + quote) + quote
      : text;
  return rows.map((row) => row.map(cell).join(delimiter) + lineBreak).join('');
}

function chop(text: string, sizes: number[]): string[] {
  const chunks: string[] = [];
  let at = 0;
  for (let i = 0; at < text.length; i++) {
    const size = sizes[i % sizes.length] ?? 1;
    chunks.push(text.slice(at, at + size));
    at += size;
  }
  chunks.push('');
  return chunks;
}

describe('CsvParser', () => {
  test('reads back what was written, whatever the delimiter, the line break and the chunks', () => {
    const cell = fc.string({ unit: fc.constantFrom('a', 'B', '1', ' ', ',', ';', '\t', '|', '"', "'", '\n', '\r', 'é', '\\', '漢') });
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 5 }).chain((width) => fc.array(fc.array(cell, { minLength: width, maxLength: width }), { maxLength: 8 })),
        fc.constantFrom(',', ';', '\t', '|'),
        fc.constantFrom('"', "'"),
        fc.constantFrom('\n', '\r\n'),
        fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 6 }),
        (rows, delimiter, quote, lineBreak, sizes) => {
          const dialect = { delimiter, quote, backslash: false };
          const batch = parse(chop(write(rows, dialect, lineBreak), sizes), dialect);
          expect(batch.bad).toEqual([]);
          expect(cellsOf(batch)).toEqual(rows);
        },
      ),
      { numRuns: 500 },
    );
  });

  test('never throws and keeps nothing past the limit, whatever the text', () => {
    const text = fc.string({ unit: fc.constantFrom('a', ',', '"', '\n', '\r', ' '), maxLength: 300 });
    fc.assert(
      fc.property(text, fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1, maxLength: 4 }), (text, sizes) => {
        const batch = parse(chop(text, sizes), COMMA, 20);
        for (const record of batch.records) expect(record.raw.length).toBeLessThanOrEqual(20);
      }),
      { numRuns: 500 },
    );
  });

  test('numbers records by the line they start on', () => {
    const batch = parse(['a,b\n"x\ny",1\r\n\r\nlast,2']);
    expect(batch.records.map((record) => record.line)).toEqual([1, 2, 4, 5]);
  });

  test('takes a quote that nobody doubled as text', () => {
    expect(cellsOf(parse(['1,"He said "hi" to me",2\n5" pipe,x\n']))).toEqual([
      ['1', 'He said "hi" to me', '2'],
      ['5" pipe', 'x'],
    ]);
  });

  test('a quote that never closes costs its own line only', () => {
    const batch = parse(['a,b\n1,"open\n2,x\n3,y\n']);
    expect(batch.bad).toMatchObject([{ line: 2, code: 'UNCLOSED_QUOTE' }]);
    expect(cellsOf(batch)).toEqual([
      ['a', 'b'],
      ['2', 'x'],
      ['3', 'y'],
    ]);
  });

  test('a line past the limit is reported with its length and the next one is read', () => {
    const batch = parse(['a,b\n', 'x'.repeat(50), 'y'.repeat(50), '\n1,2\n'], COMMA, 64);
    expect(batch.bad).toMatchObject([{ line: 2, code: 'RECORD_TOO_LONG' }]);
    expect(batch.records.map((record) => [record.line, ...record.cells])).toEqual([
      [1, 'a', 'b'],
      [3, '1', '2'],
    ]);
  });

  test('reads backslash escapes where the dialect has them', () => {
    expect(cellsOf(parse(['"a \\"b\\", c",2\n'], { ...COMMA, backslash: true }))).toEqual([['a "b", c', '2']]);
  });
});
