import { loadConfig } from '../../../subgraphs/kernel/config/config.ts';
import { openSystem } from '../../../embedded/open-system.ts';
import { agentsWithCounts } from './parts.ts';

/** A process that works on runs until it is killed. */
const [effects = ''] = process.argv.slice(2);
await openSystem({ config: loadConfig(process.env), onProgress: () => undefined }, [agentsWithCounts(effects)]);
process.send?.('working');
