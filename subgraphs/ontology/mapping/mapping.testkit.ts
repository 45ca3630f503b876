import type { TestSystem } from '../../../tests/testkit/test-system.ts';
import type { UserViewer } from '../../kernel/viewer/viewer.ts';
import type { TestTable } from '../matching/discovered.testkit.ts';
import { FakeConnection, until } from '../ontology.testkit.ts';

const PROPOSAL =
  'id status recordsUnified problem { code } tables { id entityName adopted confidence evidence unpivoted suggestedUnpivot { confidence metricColumn periodColumn cells dimensions } object { id } fields { id column attribute canonical type relatesTo confidence evidence alternatives { attribute } transforms { step { kind } sentence } suggestedTransforms { confidence evidence type transforms { sentence step { kind } } } alsoFeeds { attribute } } }';

export interface ProposedColumn {
  id: string;
  column: string;
  attribute: string;
  canonical: boolean;
  type: string;
  relatesTo: string | null;
  confidence: number;
  evidence: string[];
  transforms: { step: { kind: string }; sentence: string }[];
  suggestedTransforms: {
    confidence: number;
    evidence: string[];
    type: string;
    transforms: { sentence: string; step: { kind: string } }[];
  }[];
  alsoFeeds: { attribute: string }[];
}

export interface Proposal {
  id: string;
  status: string;
  recordsUnified: number;
  tables: {
    id: string;
    entityName: string;
    adopted: boolean;
    unpivoted: boolean;
    suggestedUnpivot: {
      confidence: number;
      metricColumn: string | null;
      periodColumn: string | null;
      cells: string[];
      dimensions: string[];
    } | null;
    fields: ProposedColumn[];
  }[];
}

export interface RecordNode {
  id: string;
  title: string;
  values: Record<string, unknown>;
  lineage: { sourceKey: string };
}

/** One tenant with one connection, spoken to through the graph: proposals, acceptance, records. */
export class Mapping {
  readonly t: TestSystem;
  readonly viewer: UserViewer;
  readonly source: FakeConnection;

  private constructor(t: TestSystem, viewer: UserViewer, source: FakeConnection) {
    this.t = t;
    this.viewer = viewer;
    this.source = source;
  }

  /** A fresh tenant whose connection has synced these tables. */
  static async of(t: TestSystem, tables: readonly TestTable[], name = 'bakery'): Promise<Mapping> {
    const viewer = await t.newTenant();
    const source = new FakeConnection(t, viewer, name);
    await source.sync(tables);
    return new Mapping(t, viewer, source);
  }

  async query<T>(text: string, variables: Record<string, unknown> = {}): Promise<T> {
    const { data, errors } = await this.t.graph('ontology', text, variables, this.viewer);
    if (errors !== undefined) throw new Error(`refused: ${JSON.stringify(errors)}`);
    return data as T;
  }

  async latest(): Promise<Proposal | undefined> {
    return (await this.query<{ mappingProposals: { nodes: Proposal[] } }>(`{ mappingProposals(first: 1) { nodes { ${PROPOSAL} } } }`))
      .mappingProposals.nodes[0];
  }

  async accept(changes: unknown[] = []): Promise<{ __typename: string; problems?: { code: string; field: string }[] }> {
    const { acceptMapping } = await this.query<{ acceptMapping: { __typename: string } }>(
      'mutation ($input: AcceptMappingInput!) { acceptMapping(input: $input) { __typename ... on InputRefused { problems { code field } } } }',
      { input: { proposalId: (await this.latest())?.id, changes } },
    );
    return acceptMapping;
  }

  /** Accepts, with changes, and waits until everybody has followed. */
  async publish(changes: unknown[] = []): Promise<Proposal> {
    const accepted = await this.accept(changes);
    if (accepted.__typename !== 'MappingAccepted') throw new Error(`refused: ${JSON.stringify(accepted)}`);
    const proposal = await until(
      () => this.latest(),
      (found) => found?.status === 'PUBLISHED' || found?.status === 'FAILED',
    );
    if (proposal?.status !== 'PUBLISHED') throw new Error(`not published: ${JSON.stringify(proposal)}`);
    await this.t.settled();
    return proposal;
  }

  /** Records of an entity type in the order of their keys. */
  async records(name: string): Promise<RecordNode[]> {
    const { entityType } = await this.query<{ entityType: { records: { nodes: RecordNode[] } } | null }>(
      'query ($n: String!) { entityType(name: $n) { records(first: 500) { nodes { id title values lineage { sourceKey } } } } }',
      { n: name },
    );
    return (entityType?.records.nodes ?? []).toSorted((a, b) => a.lineage.sourceKey.localeCompare(b.lineage.sourceKey));
  }
}
