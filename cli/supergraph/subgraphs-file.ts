import { readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import type { Contract } from '../../schema/print/compose.ts';
import { packagePath } from '../../subgraphs/kernel/config/package-folder.ts';
import { SUBGRAPH_NAMES } from '../../embedded/scaled/subgraph-names.ts';
import { EXIT } from '../exit-codes.mjs';
import { Failure } from '../failure.mjs';
import { contractAt } from './contract-at.ts';

const fileSchema = z.strictObject({
  /** Whether the product's own subgraphs are part of it. */
  product: z.boolean().default(false),
  subgraphs: z.record(
    z.string().regex(/^[a-z][\w-]*$/i, 'a name begins with a letter and has letters, digits, - and _'),
    z.strictObject({
      /** Where the gateway reaches it. */
      url: z.url({ protocol: /^https?$/ }),
      /** File of its contract, from the folder of this file; left out: it is asked for it. */
      schema: z.string().optional(),
    }),
  ),
});

/** The contracts that a file lists, or all *.graphql files of a folder. @throws Failure that says what is wrong with which */
export async function contractsOf(path: string): Promise<Contract[]> {
  if (isFolder(path)) return contractsIn(path);
  const parsed = fileSchema.safeParse(parse(readText(path)));
  if (!parsed.success) throw new Failure(EXIT.USAGE, `${path} is not usable:\n${z.prettifyError(parsed.error)}`);
  const { product, subgraphs } = parsed.data;
  const listed = Object.entries(subgraphs).map(async ([name, { url, schema }]) => ({
    name,
    url,
    sdl: schema === undefined ? await contractAt(name, url) : readText(resolve(dirname(path), schema)),
  }));
  return [...(product ? productContracts() : []), ...(await Promise.all(listed))];
}

/** The contracts of the product's own subgraphs, as they are committed. */
export function productContracts(): Contract[] {
  return SUBGRAPH_NAMES.map((name) => ({ name, sdl: readText(packagePath('schema', `${name}.graphql`)) }));
}

function contractsIn(folder: string): Contract[] {
  const files = readdirSync(folder).filter((name) => name.endsWith('.graphql'));
  if (files.length === 0) throw new Failure(EXIT.USAGE, `${folder} has no .graphql files.`);
  return files.toSorted().map((file) => ({ name: basename(file, '.graphql'), sdl: readText(join(folder, file)) }));
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;
}

function readText(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    throw new Failure(EXIT.USAGE, `${path} cannot be read: ${error instanceof Error ? error.message : String(error)}.`);
  }
}
