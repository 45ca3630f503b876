import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { AS_OF, evidenceOf, outcomesOf, readBytes, readText, readValue, type ReadFile, SAMPLES } from './formats.testkit.ts';
import type { RecordRead } from './record-read.ts';
import { CLOUD_TRAIL, KUBERNETES } from './samples/cloud.testkit.ts';
import { SQUID, ZEEK_DNS } from './samples/network.testkit.ts';
import { CONTRACTS, EXPENSES } from './samples/tables.testkit.ts';

const samples = fc.constantFrom(...SAMPLES);
const refusalsOf = ({ records }: ReadFile): RecordRead[] =>
  records.filter((record) => record.kind === 'REFUSED' && record.problem !== 'DUPLICATE_ID');
const isJson = (text: string): boolean => text.startsWith('{') || text.startsWith('[');
/** One document, not a value a line. */
const isDocument = (text: string): boolean => isJson(text) && !/\}\n\{/.test(text);

describe('however a file comes', () => {
  test('sizes of chunks change nothing', async () => {
    await fc.assert(
      fc.asyncProperty(samples, fc.integer({ min: 1, max: 200 }), async ([name, , text], size) => {
        expect(await readText(text, name, size)).toEqual(await readText(text, name));
      }),
    );
  });

  test('packed by gzip it is read as it is', async () => {
    for (const [name, , text] of SAMPLES) expect(await readBytes(gzipSync(text), `${name}.gz`, 100)).toEqual(await readText(text, name));
  });

  test('a byte order mark and other line breaks change nothing', async () => {
    for (const [name, , text] of SAMPLES) {
      const plain = await readText(text, name);
      expect(await readText(`\ufeff${text}`, name)).toEqual(plain);
      expect(await readText(text.replaceAll('\n', '\r\n'), name)).toEqual(plain);
    }
  });

  test('the order of records changes nothing', async () => {
    const said = async (head: string, rows: readonly string[]) =>
      evidenceOf(await readText(`${[head, ...rows].join('\n')}\n`.trimStart()))
        .map((each) => JSON.stringify({ ...each, record: null }))
        .toSorted();
    const zeek = ZEEK_DNS.split('\n');
    const logs: readonly (readonly [head: string, rows: readonly string[]])[] = [
      ['', CLOUD_TRAIL.Records.map((record) => JSON.stringify(record))],
      ['', SQUID.trimEnd().split('\n')],
      [zeek.slice(0, 8).join('\n'), zeek.slice(8, 12)],
      ...[CONTRACTS, EXPENSES].map((text) => [text.split('\n')[0] ?? '', text.trimEnd().split('\n').slice(1)] as const),
    ];
    const shuffled = fc
      .constantFrom(...logs)
      .chain(([head, rows]) => fc.tuple(fc.constant([head, rows] as const), fc.shuffledSubarray([...rows], { minLength: rows.length })));
    await fc.assert(
      fc.asyncProperty(shuffled, async ([[head, rows], others]) => {
        expect(await said(head, others)).toEqual(await said(head, rows));
      }),
    );
  });
});

describe('a file that ends too early', () => {
  test('gives what was complete, and at most one refusal, wherever it ends', async () => {
    await fc.assert(
      fc.asyncProperty(samples, fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true }), async ([name, code, text], share) => {
        const cut = text.slice(0, Math.floor(text.length * share));
        const [whole, read] = [await readText(text, name), await readText(cut, name)];
        expect(refusalsOf(read).length).toBeLessThanOrEqual(1);
        if (isDocument(text) && cut.trimEnd().length < text.trimEnd().length) expect(refusalsOf(read)).toHaveLength(1);
        // Resources of a state wait for its end to know what they depend on.
        if (code === 'TERRAFORM_STATE') return;
        // The last one of a log or table may itself be cut.
        const complete = read.records
          .filter((record) => record.kind !== 'REFUSED' || record.problem === 'DUPLICATE_ID')
          .slice(0, isDocument(text) ? undefined : -1);
        expect(whole.records.slice(0, complete.length)).toEqual(complete);
      }),
      { numRuns: 1_000 },
    );
  });

  test('packed: it says so once', async () => {
    await fc.assert(
      fc.asyncProperty(samples, fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true }), async ([name, , text], share) => {
        const packed = gzipSync(text.repeat(isJson(text) ? 1 : 3));
        const read = await readBytes(packed.subarray(0, Math.max(3, Math.floor(packed.length * share))), name);
        expect(refusalsOf(read)).toHaveLength(1);
      }),
      { numRuns: 200 },
    );
  });
});

describe('whatever is in a file', () => {
  test('reading ends, and never throws', async () => {
    const bytes = fc.oneof(fc.uint8Array({ maxLength: 2_000 }), fc.string({ unit: 'binary', maxLength: 500 }).map((text) => new TextEncoder().encode(text)), fc.json().map((text) => new TextEncoder().encode(text))); // prettier-ignore
    await fc.assert(
      fc.asyncProperty(bytes, fc.integer({ min: 1, max: 100 }), async (file, size) => {
        expect((await readBytes(file, 'file', size)).records).toBeDefined();
      }),
      { numRuns: 500 },
    );
  });

  test('of a sample with bytes changed', async () => {
    const changes = fc.array(fc.tuple(fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true }), fc.constantFrom(...Array.from('{}[]",:\n\t x1-'))), { minLength: 1, maxLength: 8 });
    await fc.assert(
      fc.asyncProperty(samples, changes, async ([name, , text], spots) => {
        const characters = Array.from(text);
        for (const [share, character] of spots) characters[Math.floor(characters.length * share)] = character;
        expect((await readText(characters.join(''), name)).records).toBeDefined();
      }),
      { numRuns: 500 },
    );
  }); // prettier-ignore

  test('every element of a list is counted out as one record, be it what it may', async () => {
    const [event, deployment] = [CLOUD_TRAIL.Records[0], KUBERNETES.items[1]];
    await fc.assert(
      fc.asyncProperty(fc.array(fc.jsonValue(), { maxLength: 30 }), async (values) => {
        expect((await readValue({ Records: [event, ...values] })).records).toHaveLength(values.length + 1);
        expect((await readValue({ apiVersion: 'v1', kind: 'List', items: [deployment, ...values] })).records).toHaveLength(
          values.length + 1,
        );
        expect((await readText([event, event, ...values].map((value) => JSON.stringify(value)).join('\n'))).records).toHaveLength(
          values.length + 2,
        );
      }),
    );
  });
});

describe('bad input', () => {
  test.each([
    ['UTF-16', Buffer.from('\ufeffVendor,End Date,Value\n', 'utf16le'), 'WRONG_ENCODING'],
    ['UTF-16, big end first', Buffer.from('\ufeffVendor,End Date,Value\n', 'utf16le').swap16(), 'WRONG_ENCODING'],
    ['UTF-16 without a mark', Buffer.from('Vendor,End Date,Value\n', 'utf16le'), 'WRONG_ENCODING'],
    ['nothing', Buffer.alloc(0), 'EMPTY'],
    ['a picture', Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'), 'NOT_TEXT'],
    ['an archive that is none', Buffer.from('1f8b0800ffffffffffffffffffff', 'hex'), 'BROKEN_ARCHIVE'],
    ['an empty archive', gzipSync(''), 'EMPTY'],
  ])('%s is one clear refusal', async (_what, bytes, problem) => {
    const { code, records } = await readBytes(bytes, 'file.csv');
    expect(code).toBeNull();
    expect(records).toMatchObject([{ kind: 'REFUSED', problem, says: expect.any(String) }]);
  });

  test('a record longer than may be kept is named, and the next ones come', async () => {
    const long = 'x'.repeat(17_000_000);
    const [first, second] = CLOUD_TRAIL.Records;
    expect(outcomesOf(await readText(JSON.stringify({ Records: [first, { long }, second] })))).toEqual([
      'DISCOVERY CLOUD',
      'TOO_LONG',
      'DISCOVERY CLOUD',
    ]);
    const squid = SQUID.split('\n');
    expect(outcomesOf(await readText([squid[0], long, squid[1]].join('\n'), 'access.log', 1 << 20))).toEqual([
      'DISCOVERY',
      'TOO_LONG',
      'DISCOVERY',
    ]);
    const [headings, row] = CONTRACTS.split('\n');
    expect(outcomesOf(await readText([headings, row, long, row?.replace('C-1', 'C-3')].join('\n')))).toEqual([
      'FINANCE',
      'TOO_LONG',
      'FINANCE',
    ]);
  });

  test('rows with other widths and open quotes are refused by their line', async () => {
    const [headings, row] = CONTRACTS.split('\n');
    const { records } = await readText(`${headings}\n${row}\nC-9,short\n"C-8,open\n`);
    expect(records.map((record) => [record.number, record.kind === 'REFUSED' ? record.problem : record.kind])).toEqual([
      [2, 'EVIDENCE'],
      [3, 'WRONG_WIDTH'],
      [4, 'UNCLOSED_QUOTE'],
    ]);
  });

  test('broken JSON lines cost no other line', async () => {
    const [first, second, third] = CLOUD_TRAIL.Records.map((record) => JSON.stringify(record));
    expect(outcomesOf(await readText([first, second?.slice(0, 50), '', third].join('\n')))).toEqual([
      'DISCOVERY CLOUD',
      'NOT_JSON',
      'DISCOVERY',
    ]);
  });

  test('fields nobody knows change nothing', async () => {
    const [first] = CLOUD_TRAIL.Records;
    const more = { ...first, tomorrow: { deep: [1, 2, { x: null }] } };
    expect(evidenceOf(await readValue({ Records: [more], Also: { x: 1 } }))).toEqual(evidenceOf(await readValue({ Records: [first] })));
  });

  test('times to come are handed on: who gathers refuses them', async () => {
    const [said] = evidenceOf(await readValue({ Records: [{ ...CLOUD_TRAIL.Records[0], eventTime: '2099-01-01T00:00:00Z' }] }));
    expect(said?.plane === 'DISCOVERY' ? said.at : 0).toBeGreaterThan(AS_OF);
  });
});
