import type { CodegenConfig } from '@graphql-codegen/cli';

/**
 * Typed operations for the web client. They are generated from the API schema — what a client may ask — not from the
 * supergraph, whose join__ directives are the gateway's business. AUTONOMOS_API_SCHEMA points at another file when needed.
 */
const config: CodegenConfig = {
  // oxlint-disable-next-line node/no-process-env -- a build script's own switch, not the product's configuration
  schema: process.env['AUTONOMOS_API_SCHEMA'] ?? 'schema/api.graphql',
  documents: ['web/src/**/*.graphql'],
  generates: {
    'web/src/gql/': {
      preset: 'client',
      presetConfig: { fragmentMasking: false, skipIndexFile: true },
      config: {
        documentMode: 'string',
        enumsAsTypes: true,
        useTypeImports: true,
        strictScalars: true,
        scalars: { DateTime: 'string', Date: 'string', JSON: 'unknown', JSONObject: 'Record<string, unknown>' },
      },
    },
  },
};

export default config;
