import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { sniffLayout } from './layout.ts';
import { readTable } from './read-table.ts';

const folder = mkdtempSync(join(tmpdir(), 'read-table-'));
afterAll(() => rmSync(folder, { recursive: true }));

interface Read {
  skipped?: string;
  columns?: string[];
  rows?: unknown[][];
  bad?: string[];
  evidence?: string[];
}

function read(name: string, content: string | Buffer, chunkBytes?: number): Read {
  const path = join(folder, name);
  writeFileSync(path, content);
  const layout = sniffLayout(path);
  if (layout.kind === 'SKIPPED') return { skipped: layout.code };
  const rows: unknown[][] = [];
  const bad: string[] = [];
  const evidence = [...layout.evidence];
  const options = {
    growColumns: true,
    onEvidence: (found: string[]) => evidence.push(...found),
    ...(chunkBytes === undefined ? {} : { chunkBytes }),
  };
  for (const batch of readTable(path, layout, options)) {
    rows.push(...batch.records.map((record) => record.cells));
    bad.push(...batch.bad.map((record) => `${record.line} ${record.code}`));
  }
  return { columns: layout.columns.map((column) => column.name), rows, bad, evidence };
}

test('dates that go up across the columns are a header', () => {
  const wide = read('cases.csv', `Region,Lat,1/22/20,1/23/20,1/24/20,1/25/20\n${'Elm,1.5,0,1,2,3\n'.repeat(6)}`);
  expect(wide.columns).toEqual(['Region', 'Lat', '1/22/20', '1/23/20', '1/24/20', '1/25/20']);
});

test('columns that repeat under a line of groups are called after their group', () => {
  const wide = read('groups.csv', `,,Q1,,Q2,\nStore,Region,Units,Revenue,Units,Revenue\n${'North,N,1,10,2,20\n'.repeat(5)}`);
  expect(wide.columns).toEqual(['Store', 'Region', 'Q1 Units', 'Q1 Revenue', 'Q2 Units', 'Q2 Revenue']);
  const titled = read('titled.csv', `Report,,,\nStore,Units,Units,Note\n${'North,1,2,x\n'.repeat(5)}`);
  expect(titled.columns).toEqual(['Store', 'Units', 'Units (2)', 'Note']);
});

describe('files as tables', () => {
  test.each([
    ['empty.csv', ''],
    ['blank.csv', '\n \n\n'],
    ['bom.csv', '\ufeff'],
  ])('%s is skipped as empty', (name, content) => expect(read(name, content).skipped).toBe('EMPTY_FILE'));

  test.each([
    ['nul.csv', Buffer.from([65, 0, 1, 2, 3, 0, 66, 7])],
    ['book.csv', Buffer.from('504b030414000600', 'hex')],
  ])('%s is skipped as binary', (name, content) => expect(read(name, content).skipped).toBe('BINARY_FILE'));

  test('tables laid out side by side are no table', () => {
    const sheet =
      'people,,,,,,,,,teams,,,,\nname,age,city,email,phone,title,boss,,,team,lead,office,,\n,,,,,,,,,,,,,\ngoods,,,,,,deals,,,,,,,\nitem,line,price,,,,id,seller,item,buyer,stage,opened,closed,value\n,,,,,,,,,,,,,\n,,,,,,,Links,,,,,,\n,,,,,,,teams,deals,,,,,\n';
    expect(read('sheet.csv', sheet).skipped).toBe('NOT_TABULAR');
    expect(read('notes.txt', 'Dear all,\nplease find the numbers attached. Thanks\nBob\n').skipped).toBe('NOT_TABULAR');
    expect(read('page.csv', '<!doctype html><p>not found').skipped).toBe('NOT_TABULAR');
  });

  test.each([
    ['comma.csv', 'a,b\n1,"x, y"\n'],
    ['semi.csv', 'a;b\n1;"x, y"\n'],
    ['tab.tsv', 'a\tb\n1\tx, y\n'],
    ['pipe.psv', 'a|b\r\n1|x, y\r\n'],
    ['sep.csv', 'sep=;\na;b\n1;x, y\n'],
    ['spaces.csv', 'a, b\n1, "x, y"'],
    ['mac.csv', 'a,b\r1,"x, y"\r'],
    ['utf8-bom.csv', '\ufeffa,b\n1,"x, y"\n'],
    ['utf16le.csv', Buffer.from('\ufeffa,b\n1,"x, y"\n', 'utf16le')],
    ['utf16be.csv', Buffer.from('\ufeffa,b\n1,"x, y"\n', 'utf16le').swap16()],
    ['array.json', '[{"a":1,"b":"x, y"}]'],
    ['lines.ndjson', '{"a":1,"b":"x, y"}\n'],
    ['wrapped.json', '{"count":1,"items":[{"a":1,"b":"x, y"}]}'],
    ['single.json', '{"a":1,"b":"x, y"}'],
  ])('%s is read', (name, content) => {
    expect(read(name, content)).toMatchObject({ columns: ['a', 'b'], rows: [['1', 'x, y']], bad: [] });
  });

  test('a header alone is a table without rows', () =>
    expect(read('header.csv', 'id,name\n')).toMatchObject({ columns: ['id', 'name'], rows: [] }));

  test('data without a header gets numbered columns', () => {
    expect(read('bare.csv', '1,Ann,2020-01-01\n2,Bob,2020-01-02\n3,Cy,2020-01-03\n')).toMatchObject({
      columns: ['column 1', 'column 2', 'column 3'],
      rows: { length: 3 },
    });
    expect(read('years.csv', 'country,2015,2016\nNorway,1,2\nChad,3,4\n').columns).toEqual(['country', '2015', '2016']);
  });

  test('titles above the header are left out', () => {
    const found = read('titled.csv', 'Sales 2020,,\n,,\nid,name,amount\n1,Ann,5\n2,Bob,6\n');
    expect(found).toMatchObject({ columns: ['id', 'name', 'amount'], rows: { length: 2 }, evidence: ['1 line above the header left out'] });
  });

  test('ragged rows, repeated names, blank names, blank lines and trailing blank columns', () => {
    const found = read(
      'dirty.csv',
      'id,name,name,,,\n1,a,b,c,d,\n\n2,a,b\n3,a,b,c,d,,,\n4,a,b,c,d,\n,,,,,\n5,a,b,c,d,\n6,a,b,c,d,e\nid,name,name,,,\n',
    );
    expect(found.columns).toEqual(['id', 'name', 'name (2)', 'column 4', 'column 5', 'column 6']);
    expect(found.rows).toHaveLength(5);
    expect(found.bad).toEqual(['4 TOO_FEW_CELLS', '10 REPEATED_HEADER']);
    expect(read('wide.csv', 'a,b\n1,2\n1,2,3\n1,2,\n4,5\n').bad).toEqual(['3 TOO_MANY_CELLS']);
  });

  test('a file that mixes encodings is decoded line by line and says so', () => {
    const content = Buffer.concat([Buffer.from('name,n\nZoë,1\n'), Buffer.from('Jos\xe9,2\n', 'latin1'), Buffer.from('日本,3\n')]);
    for (const chunkBytes of [1, 7, 1024]) {
      const found = read('mixed.csv', content, chunkBytes);
      expect(found.rows).toEqual([['Zoë', '1'], ['José', '2'], ['日本', '3']]); // prettier-ignore
      expect(found.evidence).toEqual(['mixes encodings: 1 line is not UTF-8 and read as windows-1252']);
    }
    expect(read('latin.csv', Buffer.from('name\nJos\xe9 \x96 M\xfcller\n', 'latin1'))).toMatchObject({
      rows: [['José – Müller']],
      evidence: ['encoded in windows-1252'],
    });
  });

  test.each([
    ['resume.csv', 'id,note\n1,"a\nb"\n2,é\n3,"x ""y"" z"\n\n4,end\n'],
    ['resume-mac.csv', 'id,note\r1,"a\rb"\r2,é\r3,z\r'],
    ['resume-utf16.csv', Buffer.from('\ufeffid,note\n1,"a\nb"\n2,é\n3,z\n', 'utf16le')],
    ['resume-latin.csv', Buffer.from('id,note\n1,"a\n\xe9"\n2,\xe9\n3,z\n', 'latin1')],
    ['resume.json', '[{"id":1,"note":"a]"},\n{"id":2,"note":"é"},{"id":3,"note":"z"}]'],
    ['resume.ndjson', '{"id":1,"note":"a"}\n{"id":2,"note":"é"}\n{"id":3,"note":"z"}'],
  ])('reading %s can go on from every place it names', (name, content) => {
    const whole = read(name, content);
    const path = join(folder, name);
    const layout = sniffLayout(path);
    if (layout.kind === 'SKIPPED') throw new Error(layout.reason);
    const before: unknown[] = [];
    const grown = { ...layout, columns: (whole.columns ?? []).map((column) => ({ name: column, evidence: [] })) };
    let places = 0;
    for (const batch of readTable(path, grown, { chunkBytes: 3 })) {
      before.push(...batch.records.map((record) => record.cells));
      if (batch.next === null) continue;
      places++;
      const after = [...readTable(path, grown, { from: batch.next, chunkBytes: 5 })].flatMap((rest) =>
        rest.records.map((record) => record.cells),
      );
      expect([...before, ...after]).toEqual(whole.rows);
    }
    expect(places).toBeGreaterThan(3);
  });

  test('bad JSON lines and NUL characters are told apart, the others land', () => {
    expect(read('bad.ndjson', '{"a":1}\n{"a":\n[1]\n{"a":"\\u0000"}\n{"a":2}\n')).toMatchObject({
      rows: [['1'], ['2']],
      bad: expect.arrayContaining(['2 INVALID_JSON', '3 NOT_AN_OBJECT', '4 NUL_CHARACTER']) as unknown,
    });
  });
});
