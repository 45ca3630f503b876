import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, expect, test } from 'vitest';
import type { LandedPart } from '../kit/connector.ts';
import { landPart, landPartAsText } from './land-bytes.ts';
import type { PartToLand } from './land-records.ts';
import type { TableLayout } from './reading/layout.ts';
import type { ColumnFormat } from './typing/column-format.ts';

const folder = mkdtempSync(join(tmpdir(), 'autonomos-land-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const NAMES = ['id', 'a rather long name', 'zeit', 'tag', 'ok'];
const TYPES = ['TEXT', 'INTEGER', 'DECIMAL', 'MONEY', 'PERCENT', 'DATE', 'DATETIME', 'BOOLEAN'] as const;

const format = fc.record({
  type: fc.constantFrom(...TYPES),
  decimal: fc.constantFrom<'.' | ','>('.', ','),
  order: fc.constantFrom<'MDY' | 'DMY'>('MDY', 'DMY'),
  compactDates: fc.boolean(),
  epoch: fc.constantFrom<'s' | null>('s', null, null, null),
  blanks: fc.constantFrom<'MACHINE' | 'HUMAN' | 'WORD'>('MACHINE', 'HUMAN', 'WORD'),
  currency: fc.constant(null),
  label: fc.constant(null),
});
const numbers = ['0', '-0', '7', '-12', '007', '1.5', '1.50', '0.0000001', '0.000001', '-0.25', '1,234', '12,5', '.5', '5.', '999999999999999', '9999999999999999', '12%', '$3', '1e5', '+4', '1.234567890123456', '1234567890.123456']; // prettier-ignore
const dates = ['2024-02-29', '2023-02-29', '2023-02-28', '0000-01-01', '2023-13-01', '2023-1-1', '01/02/2023', '20230102', '2023-04-31', '2023-01-02T03:04:05Z', '2023-01-02 23:59:59', '2023-01-02 24:00:00', '2023-01-02T03:04:60', '2023-01-02T03:04:05+02:00', '1700000000']; // prettier-ignore
const texts = ['', ' ', 'x', 'null', 'NULL', 'N/A', 'none', 'Unknown', '-', '–', '\u00a0', '\u00a0x', 'x\u2003', 'Zoë', 'Грин', '😀', 'not available', '\u212anown', 'un\u212anown', 'a\u0001b', 'a\0b', 'a\tb', 'back\\slash', 'id', 'true', 'No', 'Y', 'long '.repeat(130), `ü${'long '.repeat(30)}`]; // prettier-ignore
const written = [
  '"quoted"',
  ' "spaced" ',
  '"with, comma"',
  '"two\nlines"',
  '"two\r\nlines"',
  '"dou""bled"',
  '""',
  '"',
  '"stray"x',
  'mid"dle',
  '"open',
  'a,b',
];
const cell = fc.oneof(
  { weight: 5, arbitrary: fc.constantFrom(...numbers, ...dates, ...texts) },
  { weight: 1, arbitrary: fc.constantFrom(...written) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 8 }) },
);
const lineBreak = fc.constantFrom('\n', '\n', '\n', '\r\n', '\r');
const record = fc.oneof(
  { weight: 20, arbitrary: fc.array(cell, { minLength: NAMES.length, maxLength: NAMES.length }) },
  { weight: 1, arbitrary: fc.array(cell, { maxLength: NAMES.length + 1 }) },
  { weight: 1, arbitrary: fc.constant(NAMES) },
);

test('what is copied from bytes lands as what is read as text, whatever is written', () => {
  const file = join(folder, 'any.csv');
  const head = `${NAMES.join(',')}\n`;
  fc.assert(
    fc.property(
      fc.array(fc.tuple(record, lineBreak), { maxLength: 12 }),
      fc.array(format, { minLength: NAMES.length, maxLength: NAMES.length }),
      fc.constantFrom<number[]>([0], [3], [2, 0]),
      fc.boolean(),
      fc.nat(12),
      (lines, formats, key, torn, totalLine) => {
        const body = lines.map(([cells, end]) => cells.join(',') + end).join('');
        writeFileSync(file, Buffer.concat([Buffer.from(head + body), Buffer.from(torn ? [0xe4, 0x0a] : [])]));
        const part = partOf(file, head, formats, key, totalLine);
        expect(shown(landPart(part))).toEqual(shown(landPartAsText(part)));
      },
    ),
    { numRuns: 1_500 },
  );
});

/** What is bad is told in no order. */
const shown = ({ bytes, bad, ...rest }: LandedPart): unknown => ({
  ...rest,
  bytes: Buffer.from(bytes).toString('latin1'),
  bad: bad.toSorted((a, b) => a.line - b.line || (a.code < b.code ? -1 : 1)),
});

function partOf(file: string, head: string, formats: ColumnFormat[], key: number[], totalLine: number): PartToLand {
  const layout: TableLayout = {
    kind: 'DELIMITED', encoding: 'utf-8', dialect: { delimiter: ',', quote: '"', backslash: false }, skipCharacters: 0, headerLine: 1, totalLine,
    width: NAMES.length, columns: NAMES.map((name) => ({ name, evidence: [] })), evidence: [], splits: [],
  }; // prettier-ignore
  const ids = { objectId: '11111111-1111-4111-8111-111111111111', syncId: '21111111-1111-4111-8111-111111111111' };
  return { file, layout, formats, key, from: { byte: head.length, line: 2 }, to: null, ordinal: 0, ...ids };
}
