import { sql, type Kysely } from 'kysely';
import type { ModelEntity, SemanticModel } from '../../schema/events/semantic-model.ts';
import { idOf, testEntity, testModel, testTables, type TestEntity } from '../../subgraphs/insights/model.testkit.ts';

export type Cell = string | number | boolean | null;
/** A row of a typed table, by column. */
export type Row = Record<string, Cell>;
export type Tables = ReadonlyMap<string, Row[]>;

const pick = <T>(from: readonly T[], index: number): T => from[index % from.length] as T;
const each = <T>(count: number, make: (index: number) => T): T[] => Array.from({ length: count }, (_, index) => make(index));
/** Every seventh has none. */
const some = (index: number, value: Cell): Cell => (index % 7 === 6 ? null : value);

export const ZONES = ['North', 'South', 'East'];
export const SEGMENTS = ['Retail', 'Energy', 'Public'];

/** A company whose records lead to one another over four steps, with blanks, links that lead nowhere, and managers among colleagues. */
export function company(): TestEntity[] {
  const country = testEntity({
    name: 'Country', plural: 'Countries', canonical: false, title: 'name',
    attributes: [['name', 'Name', 'TEXT', 'NAME'], ['zone', 'Zone', 'TEXT', 'CATEGORY'], ['members', 'Members', 'INTEGER', 'QUANTITY']],
    records: each(6, (i) => ({ name: `Land ${i}`, zone: some(i, pick(ZONES, i)), members: i * 3 })),
  }); // prettier-ignore
  const employee = testEntity({
    name: 'Employee', plural: 'Employees', canonical: false, title: 'name',
    attributes: [['name', 'Name', 'TEXT', 'PERSON'], ['region', 'Region', 'TEXT', 'PLACE'], ['salary', 'Salary', 'MONEY', 'AMOUNT'], ['hired', 'Hired', 'DATE', 'DATE'], ['active', 'Active', 'BOOLEAN', 'FLAG']],
    relations: [['manager', 'Manager', 'Employee']],
    records: each(9, (i) => ({ name: `Person ${i}`, region: some(i, ` ${pick(ZONES, i).toUpperCase()}`), salary: some(i + 3, 1000 * (i + 1) + 0.5), hired: `20${10 + i}-03-01`, active: i % 2 === 0, manager: i === 0 ? null : `Person ${Math.floor(i / 3)}` })),
  }); // prettier-ignore
  const account = testEntity({
    name: 'Account', plural: 'Accounts', canonical: false, title: 'name',
    attributes: [['name', 'Name', 'TEXT', 'NAME'], ['segment', 'Segment', 'TEXT', 'CATEGORY'], ['email', 'E-mail', 'TEXT', 'EMAIL'], ['revenue', 'Revenue', 'MONEY', 'AMOUNT'], ['since', 'Since', 'DATETIME', 'DATE']],
    relations: [['country', 'Country', 'Country'], ['owner', 'Owner', 'Employee']],
    records: each(14, (i) => ({ name: `Firm ${i}`, segment: some(i, pick(SEGMENTS, i)), email: some(i + 1, `firm${i}@example.com`), revenue: some(i + 2, 100 * i), since: `2020-01-${String(i + 1).padStart(2, '0')}T10:00:00Z`, country: some(i, `Land ${i % 7}`), owner: some(i + 5, `Person ${i % 9}`) })),
  }); // prettier-ignore
  const deal = testEntity({
    name: 'Deal', plural: 'Deals', canonical: false, title: 'code',
    attributes: [['code', 'Code', 'TEXT', 'IDENTIFIER'], ['stage', 'Stage', 'TEXT', 'STATUS'], ['amount', 'Amount', 'MONEY', 'AMOUNT'], ['closed', 'Closed', 'DATE', 'DATE']],
    relations: [['account', 'Account', 'Account'], ['seller', 'Seller', 'Employee']],
    records: each(30, (i) => ({ code: `D${i}`, stage: pick(['won', 'lost', 'open'], i), amount: some(i, 10 * i), closed: some(i + 2, `2021-${String((i % 12) + 1).padStart(2, '0')}-10`), account: some(i, `Firm ${i % 16}`), seller: `Person ${i % 9}` })),
  }); // prettier-ignore
  const line = testEntity({
    name: 'Line', plural: 'Lines', canonical: false, title: null,
    attributes: [['product', 'Product', 'TEXT', 'CATEGORY'], ['quantity', 'Quantity', 'INTEGER', 'QUANTITY']],
    relations: [['deal', 'Deal', 'Deal']],
    records: each(40, (i) => ({ product: pick(['tea', 'mugs'], i), quantity: i, deal: some(i, `D${i % 32}`) })),
  }); // prettier-ignore
  return [country, employee, account, deal, line];
}

export const COMPANY = company();
export const MODEL: SemanticModel = testModel(COMPANY);

export const entityOf = (name: string): ModelEntity => {
  const found = MODEL.entities.find((entity) => entity.name === name);
  if (found === undefined) throw new Error(`no ${name}`);
  return found;
};

/** Every record as the row it is. */
export function everyRow(): Tables {
  return new Map(
    COMPANY.map(({ entity, records }) => [
      entity.name,
      records.map((record, index): Row => {
        const title = entity.titleAttribute === null ? String(index) : String(record[entity.titleAttribute]);
        const links = entity.relations.flatMap(({ name, target, column, sourceColumn }) => {
          const written = record[name] ?? null;
          const known = COMPANY.find((other) => other.entity.name === target);
          const leads = known?.records.some((other) => other[known.entity.titleAttribute ?? ''] === written) === true;
          return [
            [column, leads ? idOf(`${target} ${String(written)}`) : null],
            [sourceColumn, written],
          ] as [string, Cell][];
        });
        const cells = entity.attributes.map(({ name, column }): [string, Cell] => [column, record[name] ?? null]);
        return {
          id: idOf(`${entity.name} ${title}`),
          source_object_id: idOf('object'),
          source_key: title,
          ...Object.fromEntries([...cells, ...links]),
        };
      }),
    ]),
  );
}

export const CREATE: readonly string[] = testTables(COMPANY).create;

/** Puts rows in place of all there are. */
export async function fill(db: Kysely<never>, tables: Tables): Promise<void> {
  for (const [name, rows] of tables) {
    const entity = entityOf(name);
    await sql`delete from ${sql.id(entity.table)}`.execute(db);
    for (const row of rows) {
      const columns = Object.keys(row);
      await sql`insert into ${sql.id(entity.table)} (${sql.join(columns.map((column) => sql.id(column)))})
        values (${sql.join(columns.map((column) => sql`${row[column] ?? null}`))})`.execute(db);
    }
  }
}
