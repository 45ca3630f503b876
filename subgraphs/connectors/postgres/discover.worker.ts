import { type Discovery, type DiscoveryInput, discoverDatabase } from './discover.ts';

/** Worker thread entry: discovery of a database. */
export default function run(input: DiscoveryInput): Promise<Discovery> {
  return discoverDatabase(input);
}
