import { sql } from 'kysely';
import type { TestSystem } from '../../../tests/testkit/test-system.ts';
import type { SemanticModel } from '../../../schema/events/semantic-model.ts';
import type { UserViewer } from '../../kernel/viewer/viewer.ts';
import type { TestTable } from '../matching/discovered.testkit.ts';
import { FakeConnection, until } from '../ontology.testkit.ts';
import { currentPublication } from '../publishing/publication.service.ts';

/** What a mutation of the model answers. */
export interface ModelAnswer {
  readonly __typename: string;
  readonly problems?: readonly { readonly code: string; readonly field: string | null; readonly message: string }[];
  readonly version?: { readonly version: number; readonly changes: readonly Record<string, string | null>[] };
  readonly draft?: { readonly revision: number };
}

export const CUSTOMERS: TestTable = {
  name: 'customers',
  columns: ['customer', 'sector', 'revenue', 'employees', 'vat_code'],
  key: 'customer',
  rows: [
    ['Harbour Café', 'food', '120.5', '12', '0012'],
    ['North Mill', 'trade', '88', '40', '34'],
    ['Old Oven Ltd', 'food', '', '7', '56'],
  ],
};

const REFUSED = '... on InputRefused { problems { code field message } }';

/** One person at the ontology's graph, with a source whose mapping is accepted. */
export class Modeller {
  readonly t: TestSystem;
  readonly viewer: UserViewer;

  constructor(t: TestSystem, viewer: UserViewer) {
    this.t = t;
    this.viewer = viewer;
  }

  static async begin(t: TestSystem, tables: readonly TestTable[] = [CUSTOMERS]): Promise<Modeller> {
    const modeller = new Modeller(t, await t.newTenant());
    await modeller.connect('a source', tables);
    return modeller;
  }

  /** Syncs a new source and accepts its mapping as it is proposed. */
  async connect(name: string, tables: readonly TestTable[]): Promise<FakeConnection> {
    const source = new FakeConnection(this.t, this.viewer, name);
    await source.sync(tables);
    await this.acceptLatest();
    return source;
  }

  async acceptLatest(changes: readonly object[] = []): Promise<void> {
    const { mappingProposals } = await this.ask<{ mappingProposals: { nodes: { id: string; status: string }[] } }>(
      '{ mappingProposals(first: 1) { nodes { id status } } }',
    );
    const proposalId = mappingProposals.nodes[0]?.id;
    const { acceptMapping } = await this.ask<{ acceptMapping: ModelAnswer }>(
      `mutation ($input: AcceptMappingInput!) { acceptMapping(input: $input) { __typename ${REFUSED} } }`,
      { input: { proposalId, changes } },
    );
    mustBe(acceptMapping, 'MappingAccepted');
    await until(
      () =>
        this.ask<{ mappingProposal: { status: string } }>('query ($id: ID!) { mappingProposal(id: $id) { status } }', { id: proposalId }),
      ({ mappingProposal: { status } }) => status !== 'PUBLISHING',
    );
    await this.settled();
  }

  async ask<T>(text: string, variables: Record<string, unknown> = {}): Promise<T> {
    const { data, errors } = await this.t.graph('ontology', text, variables, this.viewer);
    if (errors !== undefined) throw new Error(JSON.stringify(errors));
    return data as T;
  }

  async edit(changes: readonly object[], revision: number | null = null): Promise<ModelAnswer> {
    const text = `mutation ($changes: [OntologyChange!]!, $revision: Int) {
      editOntology(changes: $changes, revision: $revision) { __typename ... on OntologyEdited { draft { revision } } ${REFUSED} } }`;
    return (await this.ask<{ editOntology: ModelAnswer }>(text, { changes, revision })).editOntology;
  }

  async publish(note: string | null = null): Promise<ModelAnswer> {
    const text = `mutation ($note: String) { publishOntology(note: $note) { __typename ${REFUSED}
      ... on OntologyPublished { version { version changes { action subject entityType name property before after } } } } }`;
    const { publishOntology } = await this.ask<{ publishOntology: ModelAnswer }>(text, { note });
    await this.settled();
    return publishOntology;
  }

  async rollBack(version: number): Promise<ModelAnswer> {
    const text = `mutation ($version: Int!) { rollBackOntology(version: $version) { __typename ${REFUSED}
      ... on OntologyPublished { version { version changes { action subject name property before after } } } } }`;
    const { rollBackOntology } = await this.ask<{ rollBackOntology: ModelAnswer }>(text, { version });
    await this.settled();
    return rollBackOntology;
  }

  /** Edits and publishes; both must be fine. */
  async change(...changes: readonly object[]): Promise<ModelAnswer> {
    mustBe(await this.edit(changes), 'OntologyEdited');
    const published = await this.publish();
    mustBe(published, 'OntologyPublished');
    return published;
  }

  /** The model in force, as everybody reads it. */
  async model(): Promise<SemanticModel> {
    const row = await this.t.system.database.unitOfWork(this.viewer.tenantId, currentPublication);
    if (row === null) throw new Error('nothing is published');
    return row.model;
  }

  /** Values of all records of a type, ordered by a text. */
  async values(entityType: string): Promise<Record<string, unknown>[]> {
    const { entityType: found } = await this.ask<{ entityType: { records: { nodes: { values: Record<string, unknown> }[] } } | null }>(
      'query ($name: String!) { entityType(name: $name) { records(first: 100) { nodes { values } } } }',
      { name: entityType },
    );
    return (found?.records.nodes ?? []).map(({ values }) => values).toSorted((a, b) => JSON.stringify(a).localeCompare(JSON.stringify(b)));
  }

  /** Columns of a table in the tenant's schema. */
  async columns(table: string): Promise<string[]> {
    return this.t.system.database.unitOfWork(this.viewer.tenantId, (unit) =>
      unit.asTenant(async (db) => {
        const { rows } = await sql<{
          name: string;
        }>`select attname as name from pg_attribute where attrelid = ${table}::regclass and attnum > 0`.execute(db);
        return rows.map(({ name }) => name).toSorted();
      }),
    );
  }

  settled(): Promise<void> {
    return this.t.settled();
  }
}

function mustBe(answer: ModelAnswer, typename: string): void {
  if (answer.__typename !== typename) throw new Error(JSON.stringify(answer));
}
