import { OperationTypeNode, parse, Kind } from 'graphql';
import { z } from 'zod';

/** An operation of the graph that a program has asked for by a tool. */
export interface McpOperation {
  query: string;
  variables: Readonly<Record<string, unknown>>;
  idempotencyKey: string | null;
}

/** One way for programs that speak MCP into the graph. */
export interface McpTool {
  name: string;
  title: string;
  description: string;
  /** Actions of which its caller has to be allowed one; null: it depends on what is asked. */
  action: string | null;
  readOnly: boolean;
  input: z.ZodType;
  /** What is asked of the graph. @throws Error whose message says what to correct */
  operation: (input: unknown) => McpOperation;
}

const variables = z.record(z.string(), z.unknown()).default({}).describe('Values of the operation’s variables, by name.');
const pageInput = z.strictObject({
  first: z.int().min(1).max(500).default(100).describe('How many.'),
  after: z.string().optional().describe('Where the last page ended.'),
});

function tool<Input extends z.ZodType>(
  spec: Omit<McpTool, 'input' | 'operation'> & { input: Input; operation: (input: z.output<Input>) => McpOperation },
): McpTool {
  return { ...spec, operation: (given) => spec.operation(spec.input.parse(given ?? {})) };
}

const ASK = `query McpAsk($question: String!) {
  ask(question: $question) {
    __typename
    ... on Answer { id text label value unit formattedValue confidence { score tier } columns { name label } rows limitedBy followUps }
    ... on Declined { reason text wouldHelp suggestions }
    ... on Clarification { text choices { label question } }
  }
}`;
const METRICS = `query McpMetrics($first: Int!, $after: String) {
  metrics(first: $first, after: $after) {
    totalCount pageInfo { hasNextPage endCursor } nodes { name label description definition unit available }
  }
}`;
const OPERATIONS = `query McpOperations($first: Int!, $after: String) {
  savedOperations(first: $first, after: $after) {
    totalCount pageInfo { hasNextPage endCursor } nodes { id name document variables }
  }
}`;

/** What programs are offered. Everything goes through the pipeline of every other operation, with the caller’s own rights. */
export const MCP_TOOLS: readonly McpTool[] = [
  tool({
    name: 'ask',
    title: 'Ask a question',
    description: 'Asks the company’s data a question in plain words. Answers with text, value, rows and how sure it is, or says why not.',
    action: 'questions.ask',
    readOnly: true,
    input: z.strictObject({
      question: z.string().min(1).max(1_000).describe('As a person would ask it.'),
    }),
    operation: ({ question }) => ({ query: ASK, variables: { question }, idempotencyKey: null }),
  }),
  tool({
    name: 'query',
    title: 'Read from the graph',
    description: 'Runs one GraphQL query. The schema is there by introspection (`__schema`, `__type`).',
    action: null,
    readOnly: true,
    input: z.strictObject({ query: z.string().min(1).describe('One query.'), variables }),
    operation: ({ query, variables: values }) => ({ ...only(query, OperationTypeNode.QUERY), variables: values, idempotencyKey: null }),
  }),
  tool({
    name: 'mutate',
    title: 'Change something in the graph',
    description: 'Runs one GraphQL mutation, as far as the caller’s scopes allow. With an idempotency key it is carried out once.',
    action: null,
    readOnly: false,
    input: z.strictObject({
      mutation: z.string().min(1).describe('One mutation.'),
      variables,
      idempotencyKey: z.string().min(1).max(255).optional().describe('The same for every try of the same thing.'),
    }),
    operation: ({ mutation, variables: values, idempotencyKey = null }) => ({
      ...only(mutation, OperationTypeNode.MUTATION),
      variables: values,
      idempotencyKey,
    }),
  }),
  tool({
    name: 'list_metrics',
    title: 'List metrics',
    description: 'The metrics that there are, with what they mean and whether the data are there.',
    action: 'metrics.read',
    readOnly: true,
    input: pageInput,
    operation: ({ first, after = null }) => ({ query: METRICS, variables: { first, after }, idempotencyKey: null }),
  }),
  tool({
    name: 'list_operations',
    title: 'List saved operations',
    description: 'GraphQL operations that people have saved: run them with `query` or `mutate`.',
    action: 'operations.read',
    readOnly: true,
    input: pageInput,
    operation: ({ first, after = null }) => ({ query: OPERATIONS, variables: { first, after }, idempotencyKey: null }),
  }),
];

/** @throws Error when the document is not one operation of this kind; what else is wrong with it the graph says */
function only(query: string, kind: OperationTypeNode): { query: string } {
  const kinds = parse(query, { noLocation: true, maxTokens: MAX_TOKENS }).definitions.flatMap((each) =>
    each.kind === Kind.OPERATION_DEFINITION ? [each.operation] : [],
  );
  if (kinds.length !== 1 || kinds[0] !== kind) throw new Error(`expected one ${kind}`);
  return { query };
}

const MAX_TOKENS = 2_000;
