import { type DiscoveryToScreen, type ScreenedTable, screenDiscovery } from './screen-discovery.ts';

/** Worker thread entry: what columns hold, told from their samples. */
export default function run(input: DiscoveryToScreen): ScreenedTable[] {
  return screenDiscovery(input);
}
