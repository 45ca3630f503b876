import { posix } from 'node:path';
import { connectorFile, descriptorFile, tablesFile } from './connector-templates.ts';
import type { ConnectorNames } from './names.ts';
import { mappingFile, sandboxFile, testFile } from './surrounding-templates.ts';

/** What a template says to import something: the path from its own file. */
export type From = (file: string) => string;

/**
 * The files of a new connector, by their path in the repository.
 * @param away folders to go up from where they are written to the repository, when that is elsewhere: `../../`; empty when it is the repository itself
 */
export function connectorFiles(names: ConnectorNames, away = ''): ReadonlyMap<string, string> {
  const { folder } = names;
  const home = `subgraphs/connectors/vendors/${folder}`;
  const simulated = `sandbox/vendors/${folder}.ts`;
  const own = new Set([`${home}/tables.ts`, `${home}/descriptor.ts`, `${home}/${folder}.ts`, simulated]);
  const from =
    (file: string): From =>
    (target) => {
      const back = posix.relative(posix.dirname(file), own.has(target) ? target : `${away}${target}`);
      return back.startsWith('.') ? back : `./${back}`;
    };
  const files: [string, (from: From, names: ConnectorNames) => string][] = [
    [`${home}/${folder}.ts`, connectorFile],
    [`${home}/tables.ts`, tablesFile],
    [`${home}/descriptor.ts`, descriptorFile],
    [`${home}/${folder}.conformance.test.ts`, testFile],
    [simulated, sandboxFile],
    [`schema/vendors/${folder}/item.yaml`, mappingFile],
  ];
  return new Map(files.map(([file, template]) => [file, template(from(file), names)]));
}
