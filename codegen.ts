import type { CodegenConfig } from '@graphql-codegen/cli';
import { persistedDocuments, type PersistedDocument } from './schema/print/persisted-documents.ts';

type Output = Exclude<CodegenConfig['generates'][string], readonly unknown[]>;
type Preset = Exclude<NonNullable<Output['preset']>, string>;

/**
 * What the web client asks, by its id: the manifest that is served beside the built client and that the gateway reads, and the ids by name for
 * the client itself.
 */
const persisted = {
  buildGeneratesSection({ documents, schema, ...options }) {
    const all = persistedDocuments(documents.flatMap(({ document }) => document ?? []));
    const file = (filename: string, text: (documents: readonly PersistedDocument[]) => string) => ({
      ...options,
      schema,
      documents,
      filename,
      config: {},
      plugins: [{ persisted: {} }],
      pluginMap: { persisted: { plugin: () => text(all) } },
    });
    return [file('web/public/persisted-documents.json', manifest), file('web/src/gql/document-ids.ts', ids)];
  },
} satisfies Preset;

function manifest(documents: readonly PersistedDocument[]): string {
  return `${JSON.stringify(Object.fromEntries(documents.map(({ hash, text }) => [hash, text])), null, 2)}\n`;
}

function ids(documents: readonly PersistedDocument[]): string {
  const entries = documents.map(({ name, hash }) => `  ${name}: 'sha256:${hash}',\n`);
  return `/** Ids of the client's operations, by name. */\nexport const DOCUMENT_IDS: Readonly<Record<string, string>> = {\n${entries.join('')}};\n`;
}

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
    'web/': { preset: persisted },
  },
};

export default config;
