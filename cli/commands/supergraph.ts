import { writeFileSync } from 'node:fs';
import { compose, CompositionError, type Composed } from '../../schema/print/compose.ts';
import { differingFiles, writeFiles } from '../../schema/print/printed-files.ts';
import { packageFolder } from '../../subgraphs/kernel/config/package-folder.ts';
import { EXIT } from '../exit-codes.mjs';
import { Failure } from '../failure.mjs';
import { readProductGraph, type ProductGraph } from '../supergraph/product-graph.ts';
import { contractsOf } from '../supergraph/subgraphs-file.ts';
import type { Terminal } from '../terminal.ts';

/** `autonomos supergraph`: composes the committed contracts of the product's subgraphs and says what is new since the release. */
export async function supergraphCommand(terminal: Terminal): Promise<number> {
  const graph = productGraph();
  const changed = await writeFiles(packageFolder, graph.composed);
  terminal.print(changed.length === 0 ? 'Nothing changed in schema/.' : changed.join('\n'));
  return report(graph, terminal);
}

/** `autonomos supergraph check`: writes nothing; fails when the composed files are not what is committed, and on breaking changes without a mark. */
export async function supergraphCheckCommand(terminal: Terminal): Promise<number> {
  const graph = productGraph();
  const differing = await differingFiles(packageFolder, graph.composed);
  if (differing.length > 0) throw new Failure(EXIT.FAILED, `${differing.join('\n')}\nRun \`npm run schema\` and commit what it prints.`);
  return report(graph, terminal);
}

/** `autonomos supergraph release`: from now on changes are those since this moment. Marks have to be taken out by hand. */
export async function supergraphReleaseCommand(terminal: Terminal): Promise<number> {
  const changed = await writeFiles(packageFolder, productGraph().release);
  terminal.print(changed.length === 0 ? 'This is what is released already.' : changed.join('\n'));
  return EXIT.OK;
}

/** `autonomos supergraph compose`: makes one supergraph of the subgraphs that a file lists, or of the contracts in a folder. */
export async function supergraphComposeCommand(path: string, options: { output: string | null }, terminal: Terminal): Promise<number> {
  const contracts = await contractsOf(path);
  const { supergraphSdl } = composed(() => compose(contracts));
  if (options.output === null) {
    terminal.print(supergraphSdl.trimEnd());
    return EXIT.OK;
  }
  writeFileSync(options.output, supergraphSdl);
  terminal.note(
    `${options.output} holds ${contracts.length} ${contracts.length === 1 ? 'subgraph' : 'subgraphs'}: ${contracts.map(({ name }) => name).join(', ')}`,
  );
  return EXIT.OK;
}

function report({ changes, faults }: ProductGraph, terminal: Terminal): number {
  const list = (title: string, lines: readonly { graph: string; change: string }[]): void => {
    if (lines.length > 0) terminal.print(`${title}:\n${lines.map(({ graph, change }) => `  ${graph}: ${change}`).join('\n')}`);
  };
  list('Breaking', changes.breaking);
  list('Gone as announced', changes.announced);
  list('May surprise clients', changes.dangerous);
  if (faults.length > 0) throw new Failure(EXIT.FAILED, faults.join('\n'));
  return EXIT.OK;
}

function productGraph(): ProductGraph {
  return composed(readProductGraph);
}

function composed<Made extends Composed | ProductGraph>(make: () => Made): Made {
  try {
    return make();
  } catch (error) {
    if (error instanceof CompositionError) throw new Failure(EXIT.FAILED, error.message);
    throw error;
  }
}
