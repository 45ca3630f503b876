const { Visitor } = require('@swc/core/Visitor.js');

// The walker that dependency-cruiser uses gives up at `using` and `await using`, which it does not know yet.
const visitKnown = Object.getOwnPropertyDescriptor(Visitor.prototype, 'visitStatement').value;
Visitor.prototype.visitStatement = function visitAnyStatement(statement) {
  if (statement.type !== 'UsingDeclaration') return visitKnown.call(this, statement);
  this.visitVariableDeclarators(statement.decls);
  return statement;
};

/** Tests, and what only tests of one folder share. */
const TEST_CODE = '\\.(test|testkit)\\.tsx?$';

/**
 * Who may import whom. Run by tests/architecture.test.ts, which also asserts that modules were cruised at all.
 * resolver → service → entity → kernel; subgraphs meet in the graph and on the event log, never by import.
 * @type {import('dependency-cruiser').IConfiguration}
 */
module.exports = {
  forbidden: [
    {
      name: 'no-cycles',
      comment: 'Modules that import each other cannot be understood, or loaded, one at a time. Types may: they are gone at run time.',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'kernel-is-the-floor',
      comment: 'The kernel knows no subgraph and nothing above it.',
      severity: 'error',
      from: { path: '^subgraphs/kernel/', pathNot: TEST_CODE },
      to: { path: '^(subgraphs/(?!kernel/)|gateway/|embedded/|cli/|web/|tests/)' },
    },
    {
      name: 'subgraphs-never-import-each-other',
      comment: 'They meet in the graph (entity references) and on the event log (schema/events).',
      severity: 'error',
      from: { path: '^subgraphs/([^/]+)/', pathNot: '^subgraphs/kernel/' },
      to: { path: '^subgraphs/', pathNot: '^subgraphs/(kernel|$1)/' },
    },
    {
      name: 'subgraphs-stand-alone',
      comment: 'A subgraph runs without the gateway, the embedded topology, the command line and the client.',
      severity: 'error',
      from: { path: '^subgraphs/', pathNot: TEST_CODE },
      to: { path: '^(gateway|embedded|cli|web|tests|bench)/' },
    },
    {
      name: 'gateway-imports-the-kernel-only',
      severity: 'error',
      from: { path: '^gateway/', pathNot: TEST_CODE },
      to: { path: '^(subgraphs/(?!kernel/)|embedded/|cli/|web/|tests/)' },
    },
    {
      name: 'web-imports-web-only',
      comment: 'The client knows the graph through its generated operations, not through the code of the server.',
      severity: 'error',
      from: { path: '^web/' },
      to: { path: '^(subgraphs|gateway|embedded|cli|schema|migrations|tests)/' },
    },
    {
      name: 'only-embedded-knows-the-topology',
      severity: 'error',
      from: { path: '^(subgraphs|gateway|schema|migrations)/', pathNot: TEST_CODE },
      to: { path: '^embedded/' },
    },
    {
      name: 'contracts-depend-on-nothing-of-ours',
      severity: 'error',
      from: { path: '^schema/' },
      to: { path: '^(subgraphs|gateway|embedded|cli|web|tests|migrations)/' },
    },
    {
      name: 'sandbox-imports-nothing-of-ours',
      comment: 'Simulated vendors speak the wire formats of the real ones: neither side may know the other but over HTTP.',
      severity: 'error',
      from: { path: '^sandbox/', pathNot: TEST_CODE },
      to: { path: '^(subgraphs|gateway|embedded|cli|web|schema|tests|migrations)/' },
    },
    {
      name: 'product-knows-the-sandbox-by-http',
      severity: 'error',
      from: { path: '^(subgraphs|gateway|cli|web|schema|migrations)/', pathNot: TEST_CODE },
      to: { path: '^sandbox/' },
    },
    {
      name: 'services-know-no-resolver',
      severity: 'error',
      from: { path: '\\.service\\.ts$' },
      to: { path: '\\.resolver\\.ts$' },
    },
    {
      name: 'entities-know-entities-only',
      comment: 'A table is described without the rules that write it. Types may be shared.',
      severity: 'error',
      from: { path: '\\.entity\\.ts$' },
      to: { path: '\\.(service|resolver|type|input)\\.ts$', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'resolvers-do-not-touch-tables',
      comment: 'Resolvers translate, services decide. Types of rows may pass.',
      severity: 'error',
      from: { path: '\\.resolver\\.ts$' },
      to: { path: '\\.entity\\.ts$', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'graph-types-know-no-service',
      severity: 'error',
      from: { path: '\\.(type|input)\\.ts$' },
      to: { path: '\\.(service|resolver)\\.ts$' },
    },
    {
      name: 'product-never-imports-tests',
      severity: 'error',
      from: { pathNot: [TEST_CODE, '^(tests|bench)/'] },
      to: { path: [TEST_CODE, '^(tests|bench)/'] },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(dist|node_modules|web/src/gql)/' },
    parser: 'swc',
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.json'],
      conditionNames: ['import', 'require', 'node', 'default'],
    },
  },
};
