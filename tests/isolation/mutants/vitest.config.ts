import { mergeConfig, type Plugin, type ViteUserConfig } from 'vitest/config';
import tests from '../../../vitest.config.ts';
import { SOURCE_MUTANTS } from './sources.ts';

/** Name of the mutant that is tried. */
const wanted = process.env['ISOLATION_MUTANT'] ?? '';
const mutant = SOURCE_MUTANTS.find(({ name }) => name === wanted);
if (mutant === undefined) throw new Error(`ISOLATION_MUTANT: there is no mutant “${wanted}”`);

/** Takes the guard out of its file as it is loaded; nothing is written anywhere. */
const mutation: Plugin = {
  name: 'mutation',
  enforce: 'pre',
  transform: (code, id) => (id.endsWith(`/${mutant.file}`) ? code.replace(mutant.find, () => mutant.replace) : null),
};

const config: ViteUserConfig = mergeConfig(tests, {
  plugins: [mutation],
  root: process.cwd(),
  // A file that was loaded without the mutation must not be taken from the cache.
  test: { fsModuleCache: false },
});
export default config;
