import { deflateRawSync } from 'node:zlib';
import { afterAll, describe, expect, test } from 'vitest';
import { numberText, styleOf } from './excel/cell-style.ts';
import { discovered, landed, removeAll, skipOf, typesOf, workbookWith } from './unpacking.testkit.ts';

afterAll(removeAll);

describe('an Excel workbook', () => {
  test('has a table for each of its sheets, typed as its cells are written', async () => {
    const bytes = await workbookWith((workbook) => {
      const orders = workbook.addWorksheet('Orders');
      orders.addRow(['Order ID', 'Ordered', 'Total', 'Share', 'Paid', 'Note']);
      for (let i = 1; i <= 40; i++)
        orders.addRow([i, new Date(Date.UTC(2024, 0, i)), 10.5 * i, i / 100, i % 2 === 0, `note “${i}”,\nsecond line`]);
      orders.getColumn(3).numFmt = '"$"#,##0.00';
      orders.getColumn(4).numFmt = '0.0%';
      const customers = workbook.addWorksheet('Customers');
      customers.addRow(['Customer', 'City']);
      customers.addRow(['Acme & Co <1>', 'Oslo']);
      customers.addRow(['Globex', null]);
    });
    const found = await discovered({ 'shop.xlsx': bytes });
    expect(Object.keys(found)).toEqual(['shop.xlsx#Customers', 'shop.xlsx#Orders']);
    const orders = found['shop.xlsx#Orders'];
    expect(orders?.name).toBe('Orders');
    expect(typesOf(orders)).toEqual({
      'Order ID': 'INTEGER',
      Ordered: 'DATE',
      Total: 'MONEY',
      Share: 'PERCENT',
      Paid: 'BOOLEAN',
      Note: 'TEXT',
    });
    const { records, bad } = await landed(orders);
    expect(bad).toEqual([]);
    expect(records).toHaveLength(40);
    expect(records[2]).toEqual({
      'Order ID': 3,
      Ordered: '2024-01-03',
      Total: 31.5,
      Share: 0.03,
      Paid: false,
      Note: 'note “3”,\nsecond line',
    });
    expect((await landed(found['shop.xlsx#Customers'])).records).toEqual([
      { Customer: 'Acme & Co <1>', City: 'Oslo' },
      { Customer: 'Globex', City: null },
    ]);
  });

  test('may have a title above, merged heads, formulas and a gap', async () => {
    const bytes = await workbookWith((workbook) => {
      const sheet = workbook.addWorksheet('Sheet1');
      sheet.addRow(['Sales of the year']);
      sheet.mergeCells('A1:E1');
      sheet.addRow([]);
      sheet.addRow(['Region', 'Q1', null, 'Q2', null]);
      sheet.addRow([null, 'Units', 'Revenue', 'Units', 'Revenue']);
      sheet.mergeCells('A3:A4');
      sheet.mergeCells('B3:C3');
      sheet.mergeCells('D3:E3');
      for (let i = 0; i < 6; i++)
        sheet.addRow([`Region ${i}`, i, { formula: `B${i + 5}*2`, result: i * 2 }, i + 1, { formula: `D${i + 5}*3`, result: (i + 1) * 3 }]);
    });
    const found = await discovered({ 'sales.xlsx': bytes });
    const sales = found['sales.xlsx#Sheet1'];
    expect(sales?.name).toBe('sales');
    expect(typesOf(sales)).toEqual({
      Region: 'TEXT',
      'Q1 Units': 'INTEGER',
      'Q1 Revenue': 'INTEGER',
      'Q2 Units': 'INTEGER',
      'Q2 Revenue': 'INTEGER',
    });
    expect((await landed(sales)).records[1]).toEqual({
      Region: 'Region 1',
      'Q1 Units': 1,
      'Q1 Revenue': 2,
      'Q2 Units': 2,
      'Q2 Revenue': 6,
    });
    expect(sales?.found.kind === 'TABLE' && sales.found.evidence.join()).toContain('12 cells are formulas');
  });

  test('tells of hidden and of empty sheets', async () => {
    const bytes = await workbookWith((workbook) => {
      workbook.addWorksheet('Data').addRows([
        ['id', 'name'],
        [1, 'a'],
        [2, 'b'],
      ]);
      workbook.addWorksheet('Secret', { state: 'veryHidden' }).addRows([['id'], [1]]);
      workbook.addWorksheet('Nothing');
    });
    const found = await discovered({ 'book.xlsx': bytes });
    expect(skipOf(found['book.xlsx#Secret'])).toBe('HIDDEN_SHEET');
    expect(skipOf(found['book.xlsx#Nothing'])).toBe('EMPTY_FILE');
    expect(typesOf(found['book.xlsx#Data'])).toEqual({ id: 'INTEGER', name: 'TEXT' });
  });

  test('counts the days as Excel does, from 1900 and from 1904', async () => {
    const date = styleOf(14, null);
    expect(['1', '59', '61', '45292', '45292.75'].map((days) => numberText(days, date, false))).toEqual([
      '1900-01-01', '1900-02-28', '1900-03-01', '2024-01-01', '2024-01-01 18:00:00',
    ]); // prettier-ignore
    expect(numberText('43830', date, true)).toBe('2024-01-01');
    expect(numberText('0.5', styleOf(20, null), false)).toBe('12:00:00');
    expect(numberText('0.30000000000000004', styleOf(0, null), false)).toBe('0.30000000000000004');
    const bytes = await workbookWith((workbook) => {
      workbook.properties.date1904 = true;
      workbook.addWorksheet('Days').addRows([['day'], [new Date(Date.UTC(2024, 5, 1))], [new Date(Date.UTC(2024, 5, 2))]]);
    });
    expect((await landed((await discovered({ 'days.xlsx': bytes }))['days.xlsx#Days'])).records).toEqual([
      { day: '2024-06-01' },
      { day: '2024-06-02' },
    ]);
  });

  test('of 500 columns is read; one of 1,200 says why not', async () => {
    const wide = (columns: number) => (workbook: Parameters<Parameters<typeof workbookWith>[0]>[0]) => {
      const sheet = workbook.addWorksheet('Wide');
      sheet.addRow(Array.from({ length: columns }, (_, i) => `c${i}`));
      for (let row = 0; row < 3; row++) sheet.addRow(Array.from({ length: columns }, (_, i) => i + row));
    };
    const found = await discovered({ 'a.xlsx': await workbookWith(wide(500)), 'b.xlsx': await workbookWith(wide(1200)) });
    expect(Object.keys(typesOf(found['a.xlsx#Wide']))).toHaveLength(500);
    expect(skipOf(found['b.xlsx#Wide'])).toBe('TOO_MANY_COLUMNS');
  });
});

describe('what is no readable workbook', () => {
  test('says what it is', async () => {
    const old = Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(2000)]);
    const encrypted = Buffer.concat([old, Buffer.from('EncryptedPackage', 'utf16le'), Buffer.alloc(100)]);
    const whole = Buffer.from(await workbookWith((workbook) => void workbook.addWorksheet('A').addRows([['id'], [1], [2]])));
    const found = await discovered({
      'old.xls': old, 'locked.xlsx': encrypted, 'cut.xlsx': whole.subarray(0, whole.length / 2), 'text.xlsx': 'id,name\n1,a\n', 'none.xlsx': '', 'zip.xlsx': zipOf({ 'a.txt': Buffer.from('a') }),
    }); // prettier-ignore
    expect(Object.fromEntries(Object.entries(found).map(([path, one]) => [path, skipOf(one)]))).toEqual({
      'old.xls': 'UNSUPPORTED_FORMAT', 'locked.xlsx': 'UNSUPPORTED_FORMAT', 'cut.xlsx': 'UNREADABLE', 'text.xlsx': 'UNREADABLE', 'none.xlsx': 'EMPTY_FILE', 'zip.xlsx': 'UNSUPPORTED_FORMAT',
    }); // prettier-ignore
    expect(found['locked.xlsx']?.found).toMatchObject({ reason: expect.stringContaining('password') });
  });

  test('and a bomb is put out before it fills anything', async () => {
    const zeros = deflateRawSync(Buffer.alloc(300 * 1024 * 1024, 0x20), { level: 9 });
    const book = zipOf({
      '_rels/.rels': Buffer.from('<Relationships><Relationship Id="r1" Type="http://x/officeDocument" Target="xl/workbook.xml"/></Relationships>'),
      'xl/workbook.xml': Buffer.from('<workbook><sheets><sheet name="A" sheetId="1" r:id="r1"/></sheets></workbook>'),
      'xl/_rels/workbook.xml.rels': Buffer.from('<Relationships><Relationship Id="r1" Type="http://x/worksheet" Target="worksheets/sheet1.xml"/></Relationships>'),
      'xl/worksheets/sheet1.xml': { deflated: zeros },
    }); // prettier-ignore
    expect(skipOf((await discovered({ 'bomb.xlsx': book }))['bomb.xlsx#A'])).toBe('TOO_LARGE');
  });
});

/** A ZIP archive, written by hand. */
function zipOf(parts: Record<string, Buffer | { deflated: Buffer }>): Buffer {
  const files: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const [name, part] of Object.entries(parts)) {
    const deflated = 'deflated' in part;
    const data = deflated ? part.deflated : part;
    const local = Buffer.alloc(30);
    local.writeUInt32LE(0x04034b50, 0);
    local.writeUInt16LE(deflated ? 8 : 0, 8);
    local.writeUInt16LE(name.length, 26);
    const entry = Buffer.alloc(46);
    entry.writeUInt32LE(0x02014b50, 0);
    entry.writeUInt16LE(deflated ? 8 : 0, 10);
    entry.writeUInt32LE(data.length, 20);
    entry.writeUInt16LE(name.length, 28);
    entry.writeUInt32LE(offset, 42);
    files.push(local, Buffer.from(name), data);
    directory.push(entry, Buffer.from(name));
    offset += 30 + name.length + data.length;
  }
  const listing = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt32LE(listing.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...files, listing, end]);
}
