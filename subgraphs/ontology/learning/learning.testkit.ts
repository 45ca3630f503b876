import type { TestSystem } from '../../../tests/testkit/test-system.ts';
import type { UserViewer } from '../../kernel/viewer/viewer.ts';
import type { TestTable } from '../matching/discovered.testkit.ts';

/** Deals with one column more, of numbers. */
export const deals = (name: string, column: string): TestTable => ({
  name: 'deals',
  columns: ['deal_id', 'deal_name', 'close_date', 'stage', column],
  key: 'deal_id',
  rows: Array.from({ length: 20 }, (_, i) => [
    `${name}${i}`,
    `Deal ${name} ${i}`,
    `2024-01-${String(i + 1).padStart(2, '0')}`,
    i % 2 === 0 ? 'Won' : 'Lost',
    `${i * 10}.5`,
  ]),
});

interface Field {
  id: string;
  tableId: string;
  column: string;
  attribute: string;
  canonical: boolean;
  confidence: number;
  level: string;
  evidence: string[];
  reasons: { kind: string; weight: number; text: string }[];
  learned: { decisions: number } | null;
}
interface Proposal {
  id: string;
  status: string;
  tables: { id: string; fields: Omit<Field, 'tableId'>[] }[];
}
interface Fit {
  pairs: number;
  rightBefore: number;
  rightAfter: number;
}
interface Pair {
  field: string;
  attribute: string;
  times: number;
}
interface Problem {
  code: string;
  field: string;
}
interface Policy {
  autoAccept: boolean;
  thresholds: { auto: number; review: number };
  matcher: Fit | null;
}

const FIELDS = 'id column attribute canonical confidence level evidence reasons { kind weight text } learned { decisions }';
const POLICY = 'autoAccept thresholds { auto review } changedAt matcher { pairs rightBefore rightAfter fittedAt }';
const REFUSED = '... on InputRefused { problems { code field } }';

/** Speaks to the graph about mappings and what is learnt of them. */
export class LearningTest {
  private readonly t: TestSystem;

  constructor(t: TestSystem) {
    this.t = t;
  }

  async ask<T>(viewer: UserViewer, text: string, variables: Record<string, unknown> = {}): Promise<T> {
    const { data, errors } = await this.t.graph('ontology', text, variables, viewer);
    if (errors !== undefined) throw new Error(errors.map(({ message }) => message).join('; '));
    return data as T;
  }

  async proposal(viewer: UserViewer): Promise<Proposal> {
    const text = `{ mappingProposals(first: 1) { nodes { id status tables { id fields { ${FIELDS} } } } } }`;
    const { mappingProposals } = await this.ask<{ mappingProposals: { nodes: Proposal[] } }>(viewer, text);
    const [latest] = mappingProposals.nodes;
    if (latest === undefined) throw new Error('nothing is proposed');
    return latest;
  }

  /** The column in the latest proposal, whatever its case. */
  async field(viewer: UserViewer, column: string): Promise<Field> {
    const { tables } = await this.proposal(viewer);
    const fields = tables.flatMap((table) => table.fields.map((field) => ({ ...field, tableId: table.id })));
    const found = fields.find((field) => field.column.toLowerCase() === column.toLowerCase());
    if (found === undefined) throw new Error(`no column ${column}`);
    return found;
  }

  async accept(viewer: UserViewer, changes: unknown[]): Promise<void> {
    const { id } = await this.proposal(viewer);
    const text = `mutation ($input: AcceptMappingInput!) { it: acceptMapping(input: $input) { __typename ${REFUSED} } }`;
    const { it } = await this.ask<{ it: { __typename: string } }>(viewer, text, { input: { proposalId: id, changes } });
    if (it.__typename !== 'MappingAccepted') throw new Error(`not accepted: ${JSON.stringify(it)}`);
  }

  async similar(viewer: UserViewer, id: string): Promise<{ accepted: boolean; similarity: number; pair: Pair }[]> {
    const text = 'query ($id: ID!) { it: similarPastMappings(fieldId: $id) { accepted similarity pair { field attribute times } } }';
    return (await this.ask<{ it: { accepted: boolean; similarity: number; pair: Pair }[] }>(viewer, text, { id })).it;
  }

  async importPairs(viewer: UserViewer, pairs: unknown[]): Promise<Fit> {
    return (await this.import(viewer, pairs)).matcher as Fit;
  }

  async refusedPairs(viewer: UserViewer, pairs: unknown[]): Promise<Problem[]> {
    return (await this.import(viewer, pairs)).problems as Problem[];
  }

  async pairs(viewer: UserViewer): Promise<{ totalCount: number; nodes: Pair[]; pageInfo: { hasNextPage: boolean } }> {
    const text = '{ it: mappingPairs(first: 1) { totalCount pageInfo { hasNextPage } nodes { field attribute times } } }';
    return (await this.ask<{ it: { totalCount: number; nodes: Pair[]; pageInfo: { hasNextPage: boolean } } }>(viewer, text)).it;
  }

  async policy(viewer: UserViewer): Promise<Policy> {
    return (await this.ask<{ it: Policy }>(viewer, `{ it: mappingPolicy { ${POLICY} } }`)).it;
  }

  async removePairs(viewer: UserViewer): Promise<Policy> {
    return (await this.ask<{ it: Policy }>(viewer, `mutation { it: removeMappingPairs { ${POLICY} } }`)).it;
  }

  async setPolicy(viewer: UserViewer, input: unknown): Promise<{ policy?: Policy; problems?: Problem[] }> {
    const text = `mutation ($input: MappingPolicyInput!) { it: setMappingPolicy(input: $input) { ... on MappingPolicySet { policy { ${POLICY} } } ${REFUSED} } }`;
    return (await this.ask<{ it: { policy?: Policy; problems?: Problem[] } }>(viewer, text, { input })).it;
  }

  private async import(viewer: UserViewer, pairs: unknown[]): Promise<{ matcher?: Fit; problems?: Problem[] }> {
    const text = `mutation ($pairs: [MappingPairInput!]!) { it: importMappingPairs(pairs: $pairs) { ... on MappingPairsImported { matcher { pairs rightBefore rightAfter } } ${REFUSED} } }`;
    return (await this.ask<{ it: { matcher?: Fit; problems?: Problem[] } }>(viewer, text, { pairs })).it;
  }
}
