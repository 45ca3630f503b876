import { sql } from 'kysely';
import type { TestSystem } from '../../tests/testkit/test-system.ts';
import type { UserViewer } from '../kernel/viewer/viewer.ts';
import type { TestTable } from './matching/discovered.testkit.ts';
import { FakeConnection, until } from './ontology.testkit.ts';

/** A bakery supplier's books, all invented: `RyeBread 5` means `Rye Bread 5`, `RyeBread 7` exists in its own right. */
export const customers: TestTable = {
  name: 'customers',
  columns: ['customer', 'sector', 'revenue', 'employees'],
  key: 'customer',
  rows: [
    ['Harbour Café', 'food', '120.5', '12'],
    ['North Mill', 'trade', '88', '40'],
    ['Old Oven Ltd', 'food', '', '7'],
  ],
};
export const products: TestTable = {
  name: 'products',
  columns: ['product', 'series', 'sales_price'],
  key: 'product',
  rows: [
    ['Rye Bread 5', 'Rye', '4.5'],
    ['Rye Bread 7', 'Rye', '6'],
    ['Seed Roll', 'Rolls', '1.2'],
  ],
};
export const teams: TestTable = {
  name: 'sales_teams',
  columns: ['sales_agent', 'manager', 'office'],
  key: 'sales_agent',
  rows: [
    ['Ida Holm', 'Per Lind', 'North'],
    ['Tom Berg', 'Per Lind', 'South'],
  ],
};
export const deals: TestTable = {
  name: 'deals',
  columns: ['deal_id', 'customer', 'product', 'sales_agent', 'deal_stage', 'close_date', 'close_value', 'note'],
  key: 'deal_id',
  references: { customer: 'customers.customer', product: 'products.product', sales_agent: 'sales_teams.sales_agent' },
  rows: [
    ['D1', 'Harbour Café', 'RyeBread 5', 'Ida Holm', 'Won', '2024-01-05', '100', 'a'],
    ['D2', 'North Mill', 'Rye Bread 5', 'Ida Holm', 'Closed - Lost', '2024-02-05', '0', 'b'],
    ['D3', 'North Mill', 'Rye Bread 7', 'Tom Berg', 'Talking', '', '', 'c'],
    ['D4', 'Old Oven', 'Seed Roll', 'Tom Berg', 'Won', '2024-03-05', '50', ''],
    ['D5', 'Nobody known', 'Seed Roll', 'Tom Berg', 'Won', '2024-03-06', '20', ''],
  ],
};
export const bakery = [customers, products, teams, deals];

const PROPOSAL =
  'id status recordsUnified problem { code } tables { id entityName adopted confidence evidence object { id } fields { id column attribute canonical relatesTo confidence evidence alternatives { attribute } } }';

export interface Proposal {
  id: string;
  status: string;
  recordsUnified: number;
  tables: {
    id: string;
    entityName: string;
    adopted: boolean;
    fields: {
      id: string;
      column: string;
      attribute: string;
      canonical: boolean;
      relatesTo: string | null;
      confidence: number;
      evidence: string[];
    }[];
  }[];
}

export interface RecordNode {
  id: string;
  title: string;
  values: Record<string, unknown>;
  lineage: { sourceKey: string };
}

/** What tests do with a system in which the bakery's books are connected; `system` is asked when it has started. */
export class Bakery {
  private readonly system: () => TestSystem;

  constructor(system: () => TestSystem) {
    this.system = system;
  }

  /** A fresh tenant with the books, or other tables, connected. */
  async connected(tables: readonly TestTable[] = bakery, name = 'bakery'): Promise<{ viewer: UserViewer; source: FakeConnection }> {
    const viewer = await this.system().newTenant();
    const source = new FakeConnection(this.system(), viewer, name);
    await source.sync(tables);
    return { viewer, source };
  }

  async query<T>(viewer: UserViewer, text: string, variables: Record<string, unknown> = {}): Promise<T> {
    const { data, errors } = await this.system().graph('ontology', text, variables, viewer);
    if (errors !== undefined) throw new Error(`refused: ${JSON.stringify(errors)}`);
    return data as T;
  }

  async latest(viewer: UserViewer): Promise<Proposal | undefined> {
    const text = `{ mappingProposals(first: 1) { nodes { ${PROPOSAL} } } }`;
    return (await this.query<{ mappingProposals: { nodes: Proposal[] } }>(viewer, text)).mappingProposals.nodes[0];
  }

  async accept(viewer: UserViewer, changes: unknown[] = []): Promise<{ __typename: string; problems?: { code: string; field: string }[] }> {
    const proposal = await this.latest(viewer);
    const { acceptMapping } = await this.query<{ acceptMapping: { __typename: string } }>(
      viewer,
      'mutation ($input: AcceptMappingInput!) { acceptMapping(input: $input) { __typename ... on InputRefused { problems { code field } } } }',
      { input: { proposalId: proposal?.id, changes } },
    );
    return acceptMapping;
  }

  /** Accepts the latest proposal as it stands, and waits until everybody has followed. */
  async publish(viewer: UserViewer): Promise<Proposal> {
    const accepted = await this.accept(viewer);
    const proposal = await until(
      () => this.latest(viewer),
      (found) => found?.status === 'PUBLISHED' || found?.status === 'FAILED',
    );
    if (proposal?.status !== 'PUBLISHED') throw new Error(`not published: ${JSON.stringify({ accepted, proposal })}`);
    await this.system().settled();
    return proposal;
  }

  /** Records of an entity type in the order of their keys. */
  async records(viewer: UserViewer, name: string): Promise<RecordNode[]> {
    const { entityType } = await this.query<{ entityType: { records: { nodes: RecordNode[] } } | null }>(
      viewer,
      'query ($n: String!) { entityType(name: $n) { records(first: 500) { nodes { id title values lineage { sourceKey } } } } }',
      { n: name },
    );
    return (entityType?.records.nodes ?? []).toSorted((a, b) => a.lineage.sourceKey.localeCompare(b.lineage.sourceKey));
  }

  /** When each row of a table was last touched. */
  stamps(viewer: UserViewer, table: string): Promise<string> {
    return this.system().system.database.unitOfWork(viewer.tenantId, (unit) =>
      unit.asTenant(async (db) =>
        JSON.stringify((await sql`select source_key, updated_at from ${sql.id(table)} order by source_key`.execute(db)).rows),
      ),
    );
  }
}
