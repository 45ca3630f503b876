import { join, resolve } from 'node:path';

const PATTERN = /^upload:([0-9a-f-]{36})\/([0-9a-f-]{36})$/u;

/** What the name of a file begins with while it is being sent. */
export const TEMPORARY = '.part-';

/** The location of a connection to an upload; tells its tenant so that the folder can be found without the database. */
export const uploadLocation = (tenantId: string, uploadId: string): string => `upload:${tenantId}/${uploadId}`;

/** The folder that holds everything a tenant uploaded. */
export const uploadsOf = (dataFolder: string, tenantId: string): string => join(resolve(dataFolder), 'uploads', tenantId);

/** The folder that holds an upload's files. */
export const uploadFolder = (dataFolder: string, tenantId: string, uploadId: string): string =>
  join(uploadsOf(dataFolder, tenantId), uploadId);

export const isUpload = (location: string): boolean => PATTERN.test(location);

/** The folder behind a connection's location. */
export function folderOf(dataFolder: string, location: string): string {
  const [, tenantId, uploadId] = PATTERN.exec(location) ?? [];
  return tenantId !== undefined && uploadId !== undefined ? uploadFolder(dataFolder, tenantId, uploadId) : location;
}
