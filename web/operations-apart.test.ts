import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { expect, test } from 'vitest';
import { DOCUMENT_IDS } from './src/gql/document-ids.ts';
import { RunsDocument } from './src/gql/graphql.ts';
import { operationsApart } from './operations-apart.ts';

const file = (path: string): string => fileURLToPath(new URL(path, import.meta.url));
const CODE = `import { RunsDocument } from '${file('src/gql/graphql.ts')}';
import { documentIdOf } from '${file('src/graph/document-id.ts')}';
export { RunsDocument, documentIdOf };`;

test('what asks one operation carries that operation and its id, and no other', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'autonomos-operations-'));
  try {
    const entry = join(folder, 'entry.ts');
    writeFileSync(entry, CODE);
    await build({
      configFile: false,
      root: folder,
      logLevel: 'silent',
      plugins: [operationsApart()],
      build: { outDir: folder, emptyOutDir: false, minify: false, lib: { entry, formats: ['es'], fileName: () => 'built.mjs' } },
    });
    const module = (await import(join(folder, 'built.mjs'))) as {
      RunsDocument: string;
      documentIdOf: (name: string) => string | undefined;
    };
    expect(module.RunsDocument).toBe(RunsDocument.toString());
    expect(module.documentIdOf('Runs')).toBe(DOCUMENT_IDS['Runs']);
    expect(Object.keys(DOCUMENT_IDS).filter((name) => module.documentIdOf(name) !== undefined)).toEqual(['Runs']);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
