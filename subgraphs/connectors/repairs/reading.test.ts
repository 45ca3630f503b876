import { hash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Page, PageRecord } from '../kit/connector.ts';
import { applyRule } from './apply-rule.ts';
import { readPage, readRecord, sourceTable, type TableReading } from './read-page.ts';
import { composeRules, type ReadingRule, sameRule } from './rules.ts';

const scalar = fc.oneof(fc.string(), fc.integer(), fc.boolean(), fc.constant(null));
const records = fc.array(fc.record({ id: fc.integer({ min: 1 }), state: scalar, note: scalar }), { maxLength: 20 });

const sealed = (record: object, key: string | null, line: number): PageRecord => {
  const data = JSON.stringify(record);
  return { key, line, data, hash: hash('sha256', data, 'base64url').slice(0, 27) };
};
const pageOf = (all: readonly object[]): Page => ({
  records: all.map((record, index) => sealed(record, null, index + 1)),
  bad: [],
  cursor: 1,
  watermark: null,
  progress: 1,
});
const readingOf = (rules: ReadingRule[], columns: string[]): TableReading => ({ version: 1, rules, columns, undo: null });

describe('a reading', () => {
  test('that is none gives the very page back', async () => {
    const page = pageOf([{ id: 1 }]);
    expect(await readPage({ key: null }, page)).toBe(page);
  });

  test('of a renamed field gives, byte for byte, the records that there were', () =>
    fc.assert(
      fc.asyncProperty(records, async (all) => {
        const rules = [sameRule('state', 'TEXT', 'order_state')];
        const before = all.map((record) => ({
          ...record,
          state: record.state === null || record.state === '' ? null : String(record.state),
        }));
        const now = before.map(({ id, state, note }) => ({ note, order_state: state, id }));
        const { records: read, bad } = await readPage({ key: null, reading: readingOf(rules, ['id', 'state', 'note']) }, pageOf(now));
        expect(bad).toEqual([]);
        expect(read.map(({ data, hash: own }) => [data, own])).toEqual(pageOf(before).records.map(({ data, hash: own }) => [data, own]));
      }),
    ));

  test('puts together what was split, and takes apart what was merged', () =>
    fc.assert(
      fc.property(fc.array(fc.stringMatching(/^[A-Za-z]{1,9}$/u), { minLength: 2, maxLength: 4 }), (parts) => {
        const from = parts.map((_, index) => `part_${index}`);
        const split = Object.fromEntries(from.map((name, index) => [name, parts[index]]));
        const join: ReadingRule = { ...sameRule('whole', 'TEXT', ''), from, how: 'JOIN', separator: ' ' };
        expect(applyRule(join, split)).toBe(parts.join(' '));
        const taken = parts.map((_, index) => applyRule({ ...sameRule(`p${index}`, 'TEXT', 'whole'), how: 'PART', part: { index, of: parts.length } }, { whole: parts.join(' ') })); // prettier-ignore
        expect(taken).toEqual(parts);
      }),
    ));

  test('of another unit comes to the number that it was', () =>
    fc.assert(
      fc.property(fc.integer({ min: -1_000_000, max: 1_000_000 }), fc.constantFrom(100, 60, 3_600, 1_000), (value, factor) => {
        expect(applyRule({ ...sameRule('n', 'INTEGER', 'n'), scale: 1 / factor }, { n: value * factor })).toBe(value);
      }),
    ));

  test('finds a field within another one, also one that came as JSON text', () => {
    const rule = sameRule('city', 'TEXT', 'address.city');
    expect(applyRule(rule, { address: { city: 'Oslo' } })).toBe('Oslo');
    expect(applyRule(rule, { address: '{"city":"Oslo"}' })).toBe('Oslo');
    expect(applyRule(rule, { 'address.city': 'Oslo' })).toBe('Oslo');
    expect(applyRule(rule, { address: 'Oslo' })).toBeNull();
  });

  test('keeps out what does not fit, whole and with its reason, and loses nothing', () =>
    fc.assert(
      fc.asyncProperty(fc.array(fc.oneof(fc.integer(), fc.constantFrom('soon', 'n/k', '12')), { maxLength: 20 }), async (values) => {
        const all = values.map((n, id) => ({ id, n }));
        const page = await readPage({ key: null, reading: readingOf([sameRule('n', 'INTEGER', 'n')], ['id', 'n']) }, pageOf(all));
        expect(page.records.length + page.bad.length).toBe(all.length);
        expect(page.bad.map(({ code, raw }) => [code, JSON.parse(raw)])).toEqual(
          all.filter(({ n }) => n === 'soon' || n === 'n/k').map((record) => ['DRIFTED', record]),
        );
      }),
    ));

  test('of a key asks the source by its own name, and names records as before', async () => {
    const table = { key: ['id'], reading: readingOf([sameRule('id', 'INTEGER', 'order_no')], ['id', 'note']) };
    const asked = sourceTable(table, { path: 'orders', plan: null, key: ['id'], from: null, since: null, screening: null });
    expect(asked.key).toEqual(['order_no']);
    const page = { ...pageOf([]), records: [sealed({ order_no: 7, note: 'x' }, '7', 1)] };
    expect((await readPage(table, page)).records).toMatchObject([{ key: '7', data: '{"id":7,"note":"x"}' }]);
  });

  test('of a table that is held lets nothing land and keeps everything', async () => {
    const page = { ...pageOf([{ id: 1 }, { id: 2 }]), removed: ['3'] };
    const read = await readPage({ key: null, held: true }, page);
    expect(read).toMatchObject({
      records: [],
      removed: [],
      bad: [
        { code: 'DRIFTED', raw: '{"id":1}' },
        { code: 'DRIFTED', raw: '{"id":2}' },
      ],
    });
  });

  test('on top of another one follows names through, and leaves the rest in force', () => {
    const former = [sameRule('a', 'TEXT', 'a1'), sameRule('b', 'TEXT', 'b1')];
    const next = composeRules(former, [sameRule('a', 'TEXT', 'a2'), { ...sameRule('b', 'TEXT', 'b'), values: [{ from: 'Y', to: 'yes' }] }]);
    expect(readRecord(next, ['a', 'b'], { a2: 'x', b1: 'Y' })).toEqual({ a: 'x', b: 'yes' });
  });
});
