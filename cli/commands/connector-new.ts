import { existsSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { EXIT } from '../exit-codes.mjs';
import { Failure } from '../failure.mjs';
import { ROOT } from '../launcher/paths.mjs';
import { connectorFiles } from '../scaffold/files.ts';
import { connectorNames } from '../scaffold/names.ts';
import { registerKind, registerVendor } from '../scaffold/register.ts';
import type { Terminal } from '../terminal.ts';

const VENDORS = join('subgraphs', 'connectors', 'vendors', 'vendors.ts');
const KINDS = join('subgraphs', 'connectors', 'kit', 'kinds.ts');

/** `autonomos connector new <name>`: the files of a connector that passes the conformance suite as it is, to be made into the one that is wanted. */
export async function connectorNewCommand(name: string, terminal: Terminal, root: string = ROOT): Promise<number> {
  const names = connectorNames(name);
  if (names === null)
    throw new Failure(EXIT.USAGE, `${name} is no name for a connector: lower-case words with hyphens, at most 30 characters.`);
  if (!existsSync(join(root, VENDORS)))
    throw new Failure(EXIT.FAILED, `There are no sources in ${root}: connectors are written in a checkout of the repository.`);
  const files = connectorFiles(names);
  const there = [...files.keys()].filter((file) => existsSync(join(root, file)));
  if (there.length > 0) throw new Failure(EXIT.FAILED, `${there.join(', ')} is there already; nothing was written.`);
  for (const [file, text] of files) {
    await mkdir(dirname(join(root, file)), { recursive: true });
    await writeFile(join(root, file), text);
    terminal.print(`wrote    ${file}`);
  }
  await change(join(root, VENDORS), (text) => registerVendor(text, names));
  await change(join(root, KINDS), (text) => registerKind(text, names));
  terminal.print(`changed  ${VENDORS}, ${KINDS}`);
  terminal.note(
    `Next: npx vitest run subgraphs/connectors/vendors/${names.folder}   then docs/guides/connectors.md; npm run schema prints the new kind.`,
  );
  return EXIT.OK;
}

async function change(file: string, by: (text: string) => string): Promise<void> {
  await writeFile(file, by(await readFile(file, 'utf8')));
}
