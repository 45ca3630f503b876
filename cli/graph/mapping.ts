import { z } from 'zod';
import { EXIT } from '../exit-codes.mjs';
import { Failure } from '../failure.mjs';
import type { GraphClient } from './client.ts';
import { describeRefusal, refusal } from './problems.ts';

const proposalSchema = z.object({
  id: z.string(),
  status: z.enum(['PROPOSED', 'PUBLISHING', 'PUBLISHED', 'FAILED', 'SUPERSEDED']),
  problem: z.object({ code: z.string(), message: z.string(), todo: z.string() }).nullable(),
  recordsUnified: z.number(),
  tables: z.array(
    z.object({
      object: z.object({ name: z.string(), path: z.string() }),
      entityName: z.string(),
      entityLabel: z.string(),
      adopted: z.boolean(),
      confidence: z.number(),
      fields: z.array(
        z.object({
          column: z.string(),
          attribute: z.string(),
          attributeLabel: z.string(),
          canonical: z.boolean(),
          type: z.string(),
          relatesTo: z.string().nullable(),
          confidence: z.number(),
        }),
      ),
    }),
  ),
});

export type MappingProposal = z.infer<typeof proposalSchema>;

const FIELDS = `id status recordsUnified problem { code message todo }
  tables { object { name path } entityName entityLabel adopted confidence
    fields { column attribute attributeLabel canonical type relatesTo confidence } }`;

/** The connection's latest proposal; null while none has been worked out yet. */
export async function latestProposal(client: GraphClient, connectionId: string): Promise<MappingProposal | null> {
  const query = `query LatestProposal($id: ID!) { connection(id: $id) { mappingProposal { ${FIELDS} } } }`;
  const reply = z.object({ connection: z.object({ mappingProposal: proposalSchema.nullable() }).nullable() });
  return (await client.request(query, { id: connectionId }, reply)).connection?.mappingProposal ?? null;
}

/** One proposal by its id. */
export async function proposalById(client: GraphClient, id: string): Promise<MappingProposal> {
  const query = `query MappingProposal($id: ID!) { mappingProposal(id: $id) { ${FIELDS} } }`;
  const { mappingProposal } = await client.request(query, { id }, z.object({ mappingProposal: proposalSchema.nullable() }));
  if (mappingProposal === null) throw new Failure(EXIT.FAILED, `the mapping proposal ${id} is gone: was its connection removed meanwhile?`);
  return mappingProposal;
}

/** Accepts a proposal as it stands; publishing goes on after the reply. */
export async function acceptProposal(client: GraphClient, proposalId: string): Promise<void> {
  const query = `mutation AcceptMapping($input: AcceptMappingInput!) {
    acceptMapping(input: $input) { __typename ... on InputRefused { problems { code field message todo } } }
  }`;
  const accepted = z.object({ __typename: z.literal('MappingAccepted') });
  const reply = z.object({ acceptMapping: z.discriminatedUnion('__typename', [accepted, refusal]) });
  const { acceptMapping: result } = await client.request(query, { input: { proposalId } }, reply);
  if (result.__typename === 'InputRefused') throw new Failure(EXIT.FAILED, describeRefusal(result));
}

/** Questions that the tenant's data can answer now. */
export async function sampleQuestions(client: GraphClient): Promise<string[]> {
  const query = 'query SampleQuestions { sampleQuestions(first: 5) }';
  return (await client.request(query, {}, z.object({ sampleQuestions: z.array(z.string()) }))).sampleQuestions;
}
