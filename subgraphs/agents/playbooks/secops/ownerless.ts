import { z } from 'zod';
import { type Analysis, lacking } from '../analysis.ts';
import { NO_CONNECTION } from '../dataops/connections.ts';
import { assetFindings, foundAbout } from '../reading/asset-findings.ts';

const inventorySchema = z.object({ assets: z.object({ totalCount: z.int() }) });

/** What is connected, and what runs, that nobody answers for. A table goes with its connection: it is told where that has an owner. */
export const ownerless: Analysis = {
  name: 'secops.ownerless',
  pilot: 'SECOPS',
  records: false,
  title: 'Systems without an owner',
  description: 'Connected systems and applications that nobody answers for.',
  async run(look) {
    const { totalCount } = inventorySchema.parse(await look.ask('{ assets(first: 1) { totalCount } }')).assets;
    if (totalCount === 0) return lacking(NO_CONNECTION);
    const { seen, complete } = await assetFindings(look, ['NO_OWNER']);
    const told = seen.filter(({ asset: { kind, parent } }) => kind !== 'DATA_OBJECT' || parent?.owner != null);
    return { findings: told.map((each) => foundAbout(each, 'Systems without an owner')), complete, examined: totalCount, needs: [] };
  },
};
