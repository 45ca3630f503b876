import { getOperationAST, Kind, parse } from 'graphql';
import type { Operation } from './address.ts';

export type SnippetTarget = 'curl' | 'urql' | 'graphql-request';

export const SNIPPET_TARGETS: readonly { value: SnippetTarget; label: string }[] = [
  { value: 'curl', label: 'curl' },
  { value: 'urql', label: 'urql' },
  { value: 'graphql-request', label: 'graphql-request' },
];

/** How the key is named in every snippet: it stands in the environment, never in the code. */
const KEY = 'AUTONOMOS_API_KEY';

interface Asked {
  endpoint: string;
  query: string;
  /** Variables as parsed JSON. */
  variables: Readonly<Record<string, unknown>>;
  kind: 'query' | 'mutation' | 'subscription';
}

/** Why no code can be written of an operation, as a sentence. */
export class NoSnippet extends Error {}

/** @throws NoSnippet when the document or its variables cannot be read */
function readAsked({ query, variables }: Operation, endpoint: string, operationName: string | null): Asked {
  let document;
  try {
    document = parse(query);
  } catch {
    throw new NoSnippet('The operation cannot be read yet. Complete it, and its code appears here.');
  }
  const operation =
    getOperationAST(document, operationName) ?? document.definitions.find((each) => each.kind === Kind.OPERATION_DEFINITION);
  if (operation?.kind !== Kind.OPERATION_DEFINITION) throw new NoSnippet('There is no operation in this tab.');
  let values: unknown;
  try {
    values = JSON.parse(variables?.trim() || '{}');
  } catch {
    throw new NoSnippet('The variables are no JSON yet. Complete them, and the code appears here.');
  }
  if (typeof values !== 'object' || values === null || Array.isArray(values))
    throw new NoSnippet('The variables are an object in JSON: { … }.');
  return { endpoint, query: query.trim(), variables: values as Record<string, unknown>, kind: operation.operation };
}

/** A text as a shell takes it to the letter. */
function quoted(text: string): string {
  return `'${text.replaceAll("'", String.raw`'\''`)}'`;
}

/** A text as a template literal, on as many lines as it has. */
function literal(text: string): string {
  return `\`${text.replaceAll(/[`\\]|\$\{/g, String.raw`\$&`)}\``;
}

/** The address of subscriptions. */
const socketOf = (endpoint: string) => endpoint.replace(/^http/, 'ws');

function curl({ endpoint, query, variables, kind }: Asked): string {
  if (kind === 'subscription')
    return [
      '# Subscriptions come over WebSocket (graphql-transport-ws), which curl does not speak.',
      '# The urql snippet shows how; npx autonomos has commands that follow, too.',
    ].join('\n');
  return [
    `# Make a key under Settings, API keys; then: export ${KEY}=ak_…`,
    `curl ${quoted(endpoint)} \\`,
    `  -H 'content-type: application/json' \\`,
    `  -H "authorization: Bearer $${KEY}" \\`,
    `  --data-raw ${quoted(JSON.stringify({ query, variables }))}`,
  ].join('\n');
}

const values = (variables: Asked['variables']) => `const variables = ${JSON.stringify(variables, null, 2)};`;

function urql({ endpoint, query, variables, kind }: Asked): string {
  const live = kind === 'subscription';
  const document = `const document = gql${literal(`\n${query}\n`)};`;
  if (!live)
    return [
      `import { Client, fetchExchange, gql } from '@urql/core';`,
      '',
      '// Make a key under Settings, API keys.',
      `const key = process.env.${KEY};`,
      'const client = new Client({',
      `  url: ${JSON.stringify(endpoint)},`,
      '  fetchOptions: { headers: { authorization: `Bearer ${key}` } },',
      '  preferGetMethod: false,',
      '  exchanges: [fetchExchange],',
      '});',
      '',
      document,
      values(variables),
      '',
      `const { data, error } = await client.${kind}(document, variables).toPromise();`,
      'if (error) throw error;',
      'console.log(data);',
    ].join('\n');
  return [
    `import { Client, gql, subscriptionExchange } from '@urql/core';`,
    `import { createClient } from 'graphql-ws';`,
    '',
    '// Make a key under Settings, API keys.',
    `const key = process.env.${KEY};`,
    'const socket = createClient({',
    `  url: ${JSON.stringify(socketOf(endpoint))},`,
    '  connectionParams: { authorization: `Bearer ${key}` },',
    '});',
    'const client = new Client({',
    `  url: ${JSON.stringify(endpoint)},`,
    '  exchanges: [',
    '    subscriptionExchange({',
    '      forwardSubscription: (request) => ({',
    `        subscribe: (sink) => ({ unsubscribe: socket.subscribe({ ...request, query: request.query ?? '' }, sink) }),`,
    '      }),',
    '    }),',
    '  ],',
    '});',
    '',
    document,
    values(variables),
    '',
    'client.subscription(document, variables).subscribe(({ data, error }) => {',
    '  if (error) console.error(error);',
    '  else console.log(data);',
    '});',
  ].join('\n');
}

function graphqlRequest({ endpoint, query, variables, kind }: Asked): string {
  if (kind === 'subscription') return '// graphql-request does not follow subscriptions. Use urql, or graphql-ws by itself.';
  return [
    `import { gql, GraphQLClient } from 'graphql-request';`,
    '',
    '// Make a key under Settings, API keys.',
    `const key = process.env.${KEY};`,
    `const client = new GraphQLClient(${JSON.stringify(endpoint)}, {`,
    '  headers: { authorization: `Bearer ${key}` },',
    '});',
    '',
    `const document = gql${literal(`\n${query}\n`)};`,
    values(variables),
    '',
    'console.log(await client.request(document, variables));',
  ].join('\n');
}

/** An operation as a program that can be run as it is. @throws NoSnippet with a sentence for people */
export function snippetOf(target: SnippetTarget, operation: Operation, endpoint: string, operationName: string | null = null): string {
  const asked = readAsked(operation, endpoint, operationName);
  return target === 'curl' ? curl(asked) : target === 'urql' ? urql(asked) : graphqlRequest(asked);
}
