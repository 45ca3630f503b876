import { readFileSync } from 'node:fs';
import { cpus, loadavg, totalmem } from 'node:os';
import { fileURLToPath } from 'node:url';

const BYTES_PER_GB = 1024 ** 3;
const PEERS = ['@apollo/gateway', '@apollo/server', '@graphql-hive/gateway', '@graphql-hive/router-runtime'];

/** Where it was measured, and with which versions, in one paragraph. */
export function describeMachine(effort: string): string {
  const [processor] = cpus();
  const versions = PEERS.map((name) => `${name} ${versionOf(name)}`).join(', ');
  const load = loadavg()[0]?.toFixed(1);
  return (
    `${new Date().toISOString().slice(0, 10)}, ${cpus().length} × ${processor?.model.trim()}, ${Math.round(totalmem() / BYTES_PER_GB)} GB, ` +
    `Node ${process.versions.node}; ${versions}. ${effort}; the machine's load when it began: ${load}.`
  );
}

function versionOf(name: string): string {
  const file = fileURLToPath(new URL(`../node_modules/${name}/package.json`, import.meta.url));
  return (JSON.parse(readFileSync(file, 'utf8')) as { version: string }).version;
}
