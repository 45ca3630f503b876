import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';

const GENERATED = fileURLToPath(new URL('src/gql/graphql.ts', import.meta.url));
const IDS = fileURLToPath(new URL('src/gql/document-ids.ts', import.meta.url));
const ONLY = '?only=';

const DOCUMENT = /^export const (\w+Document) = new TypedDocumentString\(`([\s\S]*?)`\)/gm;
const IMPORT = /^import \{([^}]*)\} from '([^']*gql\/graphql\.ts)';$/gm;

/** The generated operations by the names of their constants, as texts. */
function operations(): Map<string, string> {
  return new Map(Array.from(readFileSync(GENERATED, 'utf8').matchAll(DOCUMENT), ([, name = '', text = '']) => [name, text]));
}

/** One operation as a module: its text, and its id where the client looks for it. */
function moduleOf(name: string, text: string): string {
  const operation = /\b(?:query|mutation|subscription) (\w+)/.exec(text)?.[1] ?? '';
  const id = new RegExp(`\\b${operation}: '(sha256:\\w+)'`).exec(readFileSync(IDS, 'utf8'))?.[1];
  if (id === undefined) throw new Error(`${operation} has no id: run npm run codegen`);
  return [
    `import { DOCUMENT_IDS } from ${JSON.stringify(IDS)};`,
    `DOCUMENT_IDS.${operation} = '${id}';`,
    `export const ${name} = ${JSON.stringify(text)};`,
  ].join('\n');
}

/**
 * Every generated operation in a module of its own, with its id. They are generated into one file, and a bundler puts a file into one piece:
 * the operations of every page would come with the first one.
 */
export function operationsApart(): Plugin {
  return {
    name: 'operations-apart',
    apply: 'build',
    enforce: 'pre',
    transform(code) {
      if (!code.includes('gql/graphql.ts')) return null;
      return code.replaceAll(IMPORT, (_whole, names: string) =>
        names
          .split(',')
          .map((each) => each.trim())
          .filter((each) => each !== '' && !each.startsWith('type '))
          .map((name) => `import { ${name} } from ${JSON.stringify(`${GENERATED}${ONLY}${name}`)};`)
          .join(' '),
      );
    },
    load(id) {
      if (id === IDS) return 'export const DOCUMENT_IDS = {};';
      if (!id.startsWith(GENERATED + ONLY)) return null;
      const name = id.slice((GENERATED + ONLY).length);
      const text = operations().get(name);
      if (text === undefined) throw new Error(`src/gql/graphql.ts has no operation ${name}`);
      return moduleOf(name, text);
    },
  };
}
