/* @apollo/gateway behind Apollo Server, as their documentation starts them: `apollo.mjs <supergraph file> <port>`. */
import { readFileSync } from 'node:fs';
import { ApolloGateway } from '@apollo/gateway';
import { ApolloServer } from '@apollo/server';
import { startStandaloneServer } from '@apollo/server/standalone';

const [file, port] = process.argv.slice(2);
const quiet = { debug() {}, info() {}, warn() {}, error: console.error };
const gateway = new ApolloGateway({ supergraphSdl: readFileSync(file, 'utf8'), logger: quiet });
const server = new ApolloServer({ gateway, logger: quiet });
await startStandaloneServer(server, { listen: { port: Number(port), host: '127.0.0.1' } });
