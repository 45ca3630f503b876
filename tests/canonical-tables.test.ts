import { glob, readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';

/**
 * Where statements may name a table that is only known at run time. Canonical records are read through a guard (kernel/data-access); what else
 * is here writes them (publishing), finds and forgets people in all of them (privacy), or has tables of its own (the journal's chains).
 */
const MAY = [
  /^subgraphs\/kernel\/data-access\/(?:guard|guarded-table|row-conditions)\.ts$/,
  /^subgraphs\/ontology\/(?:publishing|model|golden|resolution\/store|changes)\//,
  // What is too old to be kept of what became of records.
  'subgraphs/ontology/resolution/retention.ts',
  // What records are counted and tested for; to those under any rule about data none of it is told.
  /^subgraphs\/ontology\/(?:quality|jobs)\//,
  /^subgraphs\/kernel\/(?:privacy|journal|vault)\//,
  /^subgraphs\/accounts\/(?:privacy|journal|lifecycle|workspace|tenant)\//,
  // The tables of scans, of assets alone.
  /^subgraphs\/assets\/scan\/(?:record-part|scan-store)\.ts$/,
  // The tables of other companies' databases.
  /^subgraphs\/connectors\/postgres\//,
];
const NAMES_A_TABLE = /sql\.(?:id|ref|table|raw|lit)\([^)]*\btable\b/i;
/** The one that stands for no rules at all is for the product's own work, for what is shown without being run, and for totals. */
const UNGUARDED = /\bOPEN_GUARD\b|\bUNRESTRICTED\b/;
const MAY_UNGUARDED = [
  /^subgraphs\/kernel\/data-access\//,
  'subgraphs/accounts/data-rule/preview.ts',
  'subgraphs/insights/answer/knowledge.ts',
  'subgraphs/insights/answer/limits.ts',
  'subgraphs/insights/knowledge/knowledge.service.ts',
  'subgraphs/insights/model/model-index.ts',
];
const FEWEST_FILES = 400;

const allows = (list: readonly (RegExp | string)[], file: string): boolean =>
  list.some((each) => (typeof each === 'string' ? each === file : each.test(file)));

async function sources(): Promise<[file: string, text: string][]> {
  const found: [string, string][] = [];
  for await (const file of glob('subgraphs/**/*.ts'))
    if (!/\.(?:test|testkit)\.ts$/.test(file)) found.push([file.replaceAll('\\', '/'), await readFile(file, 'utf8')]);
  return found;
}

test('canonical tables are named in statements of few places; everything else reads them through a guard', async () => {
  const files = await sources();
  expect(files.length).toBeGreaterThan(FEWEST_FILES);
  const naming = files.filter(([, text]) => NAMES_A_TABLE.test(text)).map(([file]) => file);
  expect(naming.filter((file) => !allows(MAY, file))).toEqual([]);
  expect(naming).toContain('subgraphs/kernel/data-access/guarded-table.ts');
});

test('reading without rules is for few places', async () => {
  const open = (await sources()).filter(([, text]) => UNGUARDED.test(text)).map(([file]) => file);
  expect(open.filter((file) => !allows(MAY_UNGUARDED, file))).toEqual([]);
});

/** Everything that decides who may do and see what. */
const DECIDES = ['gateway/**/*.ts', 'subgraphs/kernel/{permissions,viewer,data-access,api-keys}/**/*.ts', 'subgraphs/**/*actions.ts'];

test('through whose eyes somebody asks is a preference: nothing that decides about access knows of personas', async () => {
  const knowing: string[] = [];
  let looked = 0;
  for await (const file of glob(DECIDES)) {
    looked += 1;
    if (/\bpersona\b/i.test(await readFile(file, 'utf8'))) knowing.push(file);
  }
  expect(looked).toBeGreaterThan(100);
  expect(knowing).toEqual([]);
});
