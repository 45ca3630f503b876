import { type Documentation, MAX_DOCUMENTATION_ROWS, readDocumentation } from './keys/documentation.ts';
import type { KeyObject } from './keys/key-object.ts';
import { findKeys } from './keys/table-keys.ts';
import { type DiscoveredTable, profileTable } from './profile-table.ts';
import type { Skip } from './reading/layout.ts';
import { readTable } from './reading/read-table.ts';
import { type FileToDiscover, type Scanned, type Skipped, scanOrSkip, textOf } from './scan-file.ts';
import { conventionsOf } from './typing/column-format.ts';

export interface DiscoveredFile {
  file: FileToDiscover;
  path: string;
  name: string;
  bytes: number;
  /** SHA-256 of the bytes; null when they were not all read. */
  contentHash: string | null;
  found: DiscoveredTable | Skip;
}

/**
 * Discovers the tables in some files: columns with types decided from all their values, profiles, keys and foreign keys with evidence. Each file is read
 * twice (to decide how its values are written, then to profile what they say), in bounded memory. Reads synchronously: for worker threads.
 */
export function discoverFiles(files: readonly FileToDiscover[]): DiscoveredFile[] {
  const scanned: Scanned[] = [];
  const skipped: Skipped[] = [];
  for (const file of files) {
    const result = scanOrSkip(file);
    if ('skip' in result) skipped.push(result);
    else scanned.push(result);
  }
  const documents = findDocumentation(scanned);
  const everywhere = conventionsOf(scanned.flatMap((one) => one.tallies));
  const tables: { scan: Scanned; table: DiscoveredTable; keys: KeyObject }[] = [];
  for (const scan of scanned) {
    const document = documents.get(scan);
    if (document)
      skipped.push({
        ...scan,
        skip: { kind: 'SKIPPED', code: 'DOCUMENTATION', reason: `it describes the other files: ${document.evidence}` },
      });
    else tables.push({ scan, ...profileTable(scan, everywhere, descriptionsOf(scan.file.path, documents)) });
  }
  findKeys(tables);
  const found: DiscoveredFile[] = [
    ...tables.map(({ scan, table }) => ({
      file: scan.file,
      path: scan.file.path,
      name: scan.name,
      bytes: scan.bytes,
      contentHash: scan.contentHash,
      found: table,
    })),
    ...skipped.map(({ file, name, bytes, skip }) => ({ file, path: file.path, name, bytes, contentHash: null, found: skip })),
  ];
  return found.toSorted((a, b) => (a.path < b.path ? -1 : 1));
}

function findDocumentation(scanned: readonly Scanned[]): Map<Scanned, Documentation> {
  const documents = new Map<Scanned, Documentation>();
  if (scanned.length < 2) return documents;
  for (const one of scanned) {
    if (one.rows > MAX_DOCUMENTATION_ROWS || one.layout.columns.length < 2) continue;
    const others = scanned
      .filter((other) => other !== one && !documents.has(other))
      .map((other) => ({ path: other.file.path, name: other.name, columns: other.layout.columns.map((column) => column.name) }));
    const rows = [...readTable(textOf(one.file), one.layout)].flatMap((batch) => batch.records.map((record) => record.cells));
    const document = readDocumentation({ columns: one.layout.columns.map((column) => column.name), rows }, others);
    if (document) documents.set(one, document);
  }
  return documents;
}

function descriptionsOf(path: string, documents: ReadonlyMap<Scanned, Documentation>): ReadonlyMap<string, string> {
  for (const document of documents.values()) {
    const descriptions = document.columns.get(path);
    if (descriptions) return descriptions;
  }
  return new Map();
}
