// Completion and validation of GraphQL off the main thread. A file of our own: bundlers do not find a worker inside a package.
import 'monaco-graphql/esm/graphql.worker.js';
