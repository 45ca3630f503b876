import { randomUUID } from 'node:crypto';
import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { tenantSchemaName } from '../../subgraphs/kernel/tenancy/tenant-names.ts';
import type { UserViewer } from '../../subgraphs/kernel/viewer/viewer.ts';
import { eventually } from '../testkit/eventually.ts';
import type { TestSystem } from '../testkit/test-system.ts';

/** Somebody who does not exist, and what says so everywhere. */
export const PERSON = { email: 'wilhelmina.quartz@example.org', phone: '+49 171 5550103', name: 'Wilhelmina Quartz', key: 'CUS-90417X' };
/** Somebody else who works there. */
export const COLLEAGUE = { email: 'theo.marl@example.org', phone: '+49 171 5550888', name: 'Theo Marl', key: 'CUS-90418X' };

const others = Array.from({ length: 40 }, (_, i) => ({
  email: `person${i}@example.net`,
  phone: `+49 30 55502${String(i).padStart(2, '0')}`,
  name: `${'Ada Ben Cleo Dora Emil Fritz Gina Hugo'.split(' ')[i % 8]} ${'Amsel Birke Dorn Eiche Falke'.split(' ')[Math.floor(i / 8)]}mann`,
  key: `CUS-1${String(i).padStart(4, '0')}Y`,
}));
const people = [PERSON, COLLEAGUE, ...others];

/** The files of a shop: contacts, orders that name them by key, tickets that mention them in their texts, and a line that does not fit. */
export const shopFiles = (): Record<string, string> => ({
  'contacts.csv': [
    'contact_id,full_name,email,phone,company,since',
    ...people.map(
      ({ key, name, email, phone }, i) =>
        `${key},${name},${email},${phone},Company ${i % 7},2024-01-${String((i % 28) + 1).padStart(2, '0')}`,
    ),
    '',
  ].join('\n'),
  'orders.csv': [
    'order_id,contact_id,amount,ordered',
    ...Array.from(
      { length: 300 },
      (_, i) => `${i + 1},${people[i % people.length]?.key},${(i % 50) + 10}.50,2024-03-${String((i % 28) + 1).padStart(2, '0')}`,
    ),
    // The amount is none: the line is set aside with everything in it.
    `301,${PERSON.key},from ${PERSON.email},2024-03-01`,
    '',
  ].join('\n'),
  'tickets.csv': [
    'ticket_id,subject,body,minutes',
    ...Array.from({ length: 120 }, (_, i) => {
      const who = people[i % people.length] ?? PERSON;
      return `${i + 1},Question ${i} about delivery,"Dear team, ${who.name} wrote from ${who.email} and can be called at ${who.phone}; the parcel number ${i} did not arrive.",${i % 60}`;
    }),
    '',
  ].join('\n'),
});

/** A tenant with a shop, and what tests say to it. */
export class Company {
  readonly t: TestSystem;
  readonly owner: UserViewer;
  readonly admin: UserViewer;
  folder = '';
  connectionId = '';

  private constructor(t: TestSystem, owner: UserViewer) {
    this.t = t;
    this.owner = owner;
    this.admin = { ...owner, userId: randomUUID(), role: 'ADMIN' };
  }

  /** A tenant with two people who look after it; nothing is connected yet. */
  static async found(t: TestSystem): Promise<Company> {
    const company = new Company(t, await t.newTenant());
    const { tenantId } = company.owner;
    await t.system.database.unitOfWork(tenantId, async (unit) => {
      await sql`insert into tenant (id, name, slug, kind, created_at) values (${tenantId}, 'Shop', ${tenantId}, 'ORGANISATION', now())`.execute(
        unit.sql,
      );
      for (const { userId, role } of [company.owner, company.admin])
        await sql`insert into user_account (id, tenant_id, email, display_name, role, created_at)
          values (${userId}, ${tenantId}, ${`${userId}@example.com`}, 'Somebody', ${role}, now())`.execute(unit.sql);
    });
    return company;
  }

  async ask<T>(subgraph: string, query: string, variables: Record<string, unknown> = {}, viewer = this.owner): Promise<T> {
    const { data, errors } = await this.t.graph(subgraph, query, variables, viewer);
    if (errors !== undefined) throw new Error(JSON.stringify(errors));
    return data as T;
  }

  /** Connects a folder with these files and waits until they have landed. */
  async connect(files = shopFiles()): Promise<void> {
    this.folder = await mkdtemp(join(tmpdir(), 'shop-'));
    for (const [name, text] of Object.entries(files)) await writeFile(join(this.folder, name), text);
    const { connectFiles } = await this.ask<{ connectFiles: { connection: { id: string } } }>(
      'connectors',
      'mutation ($folder: String!) { connectFiles(input: { folder: $folder }) { ... on ConnectionStarted { connection { id } } } }',
      { folder: this.folder },
    );
    this.connectionId = connectFiles.connection.id;
    await this.t.settled();
  }

  async sync(complete = false): Promise<void> {
    await this.ask(
      'connectors',
      'mutation ($id: ID!, $complete: Boolean!) { syncConnection(id: $id, complete: $complete) { sync { id } } }',
      {
        id: this.connectionId,
        complete,
      },
    );
    await this.t.settled();
  }

  /** Accepts what the ontology proposed and waits until the records are unified. */
  async unify(): Promise<void> {
    const { mappingProposals } = await this.ask<{ mappingProposals: { nodes: { id: string; status: string }[] } }>(
      'ontology',
      '{ mappingProposals { nodes { id status } } }',
    );
    const proposal = mappingProposals.nodes.find(({ status }) => status === 'PROPOSED');
    await this.ask('ontology', 'mutation ($id: ID!) { acceptMapping(input: { proposalId: $id }) { __typename } }', { id: proposal?.id });
    await eventually('the records are unified', async () => {
      const { entityTypes } = await this.ask<{ entityTypes: { nodes: { recordCount: number }[] } }>(
        'ontology',
        '{ entityTypes { nodes { recordCount } } }',
      );
      return entityTypes.nodes.length > 0 && entityTypes.nodes.every(({ recordCount }) => recordCount > 0);
    });
    await this.t.settled();
  }

  /** Every row of the tenant, in its schema and among the platform's, that says one of these; by table. */
  async traces(needles: readonly string[]): Promise<Record<string, number>> {
    const { tenantId } = this.owner;
    const schema = tenantSchemaName(tenantId);
    const found: Record<string, number> = {};
    await this.t.system.database.unitOfWork(tenantId, async (unit) => {
      const { rows } = await sql<{ schema: string; name: string }>`
        select n.nspname as schema, c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
        where c.relkind = 'r' and n.nspname in ('public', ${schema}) and has_table_privilege(c.oid, 'SELECT')`.execute(unit.sql);
      const count = async (name: string, db: typeof unit.sql): Promise<number> => {
        const like = sql.join(
          needles.map((needle) => sql`strpos(lower(t::text), ${needle.toLowerCase()}) > 0`),
          sql` or `,
        );
        const counted = await sql<{ n: string }>`select count(*) as n from ${sql.id(name)} as t where ${like}`.execute(db);
        return Number(counted.rows[0]?.n ?? 0);
      };
      for (const { name } of rows.filter((row) => row.schema === 'public')) found[name] = await count(name, unit.sql);
      const { rows: own } = await unit.asTenant((db) =>
        sql<{ name: string }>`select relname as name from pg_class where relkind = 'r' and relnamespace = ${schema}::regnamespace`.execute(
          db,
        ),
      );
      for (const { name } of own) found[`tenant ${name}`] = await unit.asTenant((db) => count(name, db as never));
    });
    return Object.fromEntries(Object.entries(found).filter(([, n]) => n > 0));
  }
}
