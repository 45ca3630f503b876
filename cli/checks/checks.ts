import { join } from 'node:path';
import { CLIENT, SERVER } from '../launcher/build.mjs';
import { ensureBuilt } from '../launcher/prepare.mjs';
import { program, type Check } from './check.ts';

const BUILD_SERVER = 'build of the server';

/** Everything that is checked besides the tests, with the Node that runs us. */
export function allChecks(root: string): Check[] {
  const node = process.execPath;
  const tool = (file: string, ...args: string[]) => program(node, [join('node_modules', file), ...args], root);
  const script = (file: string, ...args: string[]) => program(node, [join('dist', file), ...args], root);
  return [
    { name: BUILD_SERVER, run: () => built([SERVER]) },
    { name: 'build of the web client', run: () => built([CLIENT]), after: [BUILD_SERVER] },
    { name: 'types of the server and the tests', run: tool('typescript/bin/tsc', '--project', 'tsconfig.json') },
    { name: 'types of the web client', run: tool('typescript/bin/tsc', '--noEmit', '--project', 'web/tsconfig.json') },
    { name: 'lint', run: tool('oxlint/bin/oxlint', '--type-aware', '--quiet') },
    { name: 'format', run: tool('oxfmt/bin/oxfmt', '--check') },
    { name: 'dead code', run: tool('knip/bin/knip.js') },
    { name: 'schema files are what the code says', run: script('cli/print-schema.js', '--check'), after: [BUILD_SERVER] },
    { name: 'breaking changes of the schema are marked', run: script('cli/main.js', 'supergraph', 'check'), after: [BUILD_SERVER] },
    {
      name: 'client operations are what the schema says',
      run: tool('@graphql-codegen/cli/esm/bin.js', '--config', 'codegen.ts', '--check'),
    },
    { name: 'error catalogue is what the code says', run: script('cli/print-errors.js', '--check'), after: [BUILD_SERVER] },
  ];
  async function built(targets: Parameters<typeof ensureBuilt>[1]): Promise<string> {
    await ensureBuilt(node, targets);
    return '';
  }
}
