import { type DiscoveredFile, discoverFiles } from './discover.ts';
import type { FileToDiscover } from './scan-file.ts';
import { unpackFiles } from './unpacking/unpack.ts';

export interface FilesToDiscover {
  files: FileToDiscover[];
  /** Where what is packed is unpacked to. */
  into: string;
}

/** Worker thread entry: discovery of a connection's files. */
export default async function run({ files, into }: FilesToDiscover): Promise<DiscoveredFile[]> {
  const unpacked = await unpackFiles(files, into);
  const skipped = unpacked.skipped.map(({ file, name, skip }): DiscoveredFile => ({
    file, path: file.path, name, bytes: 0, contentHash: null, found: skip,
  })); // prettier-ignore
  return [...discoverFiles(unpacked.files), ...skipped].toSorted((a, b) => (a.path < b.path ? -1 : 1));
}
