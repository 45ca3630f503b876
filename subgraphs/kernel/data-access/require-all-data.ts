import type { UserViewer } from '../viewer/viewer.ts';
import { dataAccessErrors } from './data-access.errors.ts';
import type { DataAccess } from './data-access.ts';

/** For what takes everything out as it is, such as an export: only those whom no rule about data restricts. @throws DATA_RESTRICTED */
export async function requireAllData(dataAccess: Pick<DataAccess, 'of'>, viewer: UserViewer): Promise<void> {
  if ((await dataAccess.of(viewer)).restricted) throw dataAccessErrors.DATA_RESTRICTED({});
}
