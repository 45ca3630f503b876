import { fileURLToPath } from 'node:url';
import { install, whyInstall } from '../../cli/launcher/packages.mjs';

const BENCH = fileURLToPath(new URL('..', import.meta.url));

/** Installs the gateways of others into bench/node_modules, from bench/package-lock.json, when they are missing or older. @throws Failure when npm fails */
export async function installPeers(say: (line: string) => void): Promise<void> {
  const reason = whyInstall(BENCH);
  if (reason !== null) await install(BENCH, reason, say);
}
