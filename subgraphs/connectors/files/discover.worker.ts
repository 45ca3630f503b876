import { type DiscoveredFile, type FileToDiscover, discoverFiles } from './discover.ts';

/** Worker thread entry: discovery of a connection's files. */
export default function run(files: FileToDiscover[]): DiscoveredFile[] {
  return discoverFiles(files);
}
