import { type DiscoveredFile, discoverFiles } from './discover.ts';
import type { FileToDiscover } from './scan-file.ts';

/** Worker thread entry: discovery of a connection's files. */
export default function run(files: FileToDiscover[]): DiscoveredFile[] {
  return discoverFiles(files);
}
