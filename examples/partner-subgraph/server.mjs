/*
 * A subgraph that a partner adds to the graph. Run: node examples/partner-subgraph/server.mjs [port]
 * Who asks stands in the headers x-autonomos-tenant, -user and -role: let nobody but the gateway reach this port.
 */
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { json } from 'node:stream/consumers';
import { buildSubgraphSchema } from '@apollo/subgraph';
import { graphql, parse } from 'graphql';

const INVOICES = [
  { number: '2026-002', amount: 49 },
  { number: '2026-001', amount: 49 },
];

const schema = buildSubgraphSchema([
  {
    typeDefs: parse(readFileSync(new URL('billing.graphql', import.meta.url), 'utf8')),
    resolvers: {
      Query: {
        plans: () => [
          { name: 'Small', price: 49 },
          { name: 'Large', price: 490 },
        ],
      },
      Tenant: {
        // The gateway asks for tenants by their keys; nobody gets another's.
        __resolveReference: ({ id }, { tenant }) => (id === tenant ? { id } : null),
        invoices: () => INVOICES,
      },
    },
  },
]);

/**
 * @param {import('node:http').IncomingMessage} request
 * @returns {Promise<import('graphql').ExecutionResult>}
 */
async function answer(request) {
  const asked = /** @type {{ query: string, variables?: Record<string, unknown>, operationName?: string }} */ (await json(request));
  const contextValue = { tenant: request.headers['x-autonomos-tenant'] };
  return graphql({ schema, source: asked.query, variableValues: asked.variables, operationName: asked.operationName, contextValue });
}

const server = createServer((request, response) => {
  answer(request).then(
    (reply) => response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(reply)),
    () => response.writeHead(400).end(),
  );
});

server.listen(Number(process.argv[2] ?? 4100), '127.0.0.1', () => {
  const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
  console.log(`http://127.0.0.1:${port}/graphql`);
});
