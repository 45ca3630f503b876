import { logIn } from '../cli/server/connect.ts';
import { loadManifest } from '../gateway/persisted/manifest.ts';
import { packagePath } from '../subgraphs/kernel/config/package-folder.ts';
import { fuzz } from '../tests/fuzz/fuzz.ts';
import { newDataFolder, startProduct } from '../tests/journeys/support/product.ts';
import type { Bench } from './bench.ts';

/** Malformed and hostile requests and messages, against the whole product: nothing of it may fail, fall or take long. */
export const fuzzing: Bench = {
  summary: 'hostile requests and WebSocket messages: failures, crashes and the slowest reply',
  options: {
    requests: { kind: 'NUMBER', fallback: 100_000, minimum: 0, about: 'requests over HTTP' },
    messages: { kind: 'NUMBER', fallback: 20_000, minimum: 0, about: 'messages over WebSockets' },
    seed: { kind: 'NUMBER', fallback: 1, minimum: 0, about: 'the same seed throws the same' },
    width: { kind: 'NUMBER', fallback: 8, minimum: 1, about: 'connections at once' },
  },
  async run({ number, say }) {
    // The demo company would load meanwhile, and nearly everything would only be told to come later.
    // oxlint-disable-next-line node/no-process-env -- for the product this starts
    Object.assign(process.env, { AUTONOMOS_DEMO: 'off', RATE_LIMITS: 'off' });
    const { dataFolder, discard } = newDataFolder();
    try {
      await using product = await startProduct(dataFolder);
      const { token } = await logIn(product, dataFolder);
      const { texts } = await loadManifest(packagePath('web', 'public', 'persisted-documents.json'));
      // What changes things is left out: an honest mutation may take its time.
      const honest = [...texts.values()].filter((text) => !text.startsWith('mutation'));
      say(`serving ${product.url}`);
      await warmUp(product.url, token ?? '', honest);
      const options = { seed: number('seed'), requests: number('requests'), messages: number('messages'), width: number('width') };
      const findings = await fuzz({ url: product.url, token: token ?? '', honest }, options, say);
      for (const example of findings.slow) say(`took ${example}`);
      for (const example of findings.failures) say(`failed: ${example}`);
      return { ...findings.result };
    } finally {
      discard();
    }
  },
};

/** Asks everything once: a server that has just started prepares what it is asked for the first time. */
async function warmUp(url: string, token: string, documents: readonly string[]): Promise<void> {
  const headers = { 'content-type': 'application/json', authorization: `Bearer ${token}` };
  for (const query of documents) {
    const reply = await fetch(`${url}/graphql`, { method: 'POST', headers, body: JSON.stringify({ query }) });
    await reply.arrayBuffer();
  }
}
