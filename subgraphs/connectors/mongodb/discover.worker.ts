import { type Discovery, type DiscoveryInput, discoverMongodb } from './discover.ts';

/** Worker thread entry: discovery of a deployment. */
export default function run(input: DiscoveryInput): Promise<Discovery> {
  return discoverMongodb(input);
}
