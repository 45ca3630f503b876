import { differingFiles, writeFiles, type PrintedFile } from '../schema/print/printed-files.ts';
import { packageFolder } from '../subgraphs/kernel/config/package-folder.ts';

/** Writes the files the code says, or with `--check` names those that are committed differently and ends with 1. */
export async function printFiles(files: () => Promise<PrintedFile[]>, command: string): Promise<void> {
  try {
    const printed = await files();
    if (!process.argv.includes('--check')) {
      const changed = await writeFiles(packageFolder, printed);
      process.stdout.write(changed.length === 0 ? 'Nothing changed.\n' : `${changed.join('\n')}\n`);
      return;
    }
    const differing = await differingFiles(packageFolder, printed);
    if (differing.length === 0) return;
    process.stderr.write(`${differing.join('\n')}\nRun \`${command}\` and commit what it prints.\n`);
    process.exitCode = 1;
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exitCode = 1;
  }
}
