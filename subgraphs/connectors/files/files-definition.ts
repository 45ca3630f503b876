import { basename } from 'node:path';
import { DomainError } from '../../kernel/errors/domain-error.ts';
import { inputProblem } from '../../kernel/errors/input-problem.type.ts';
import type { System } from '../../kernel/system.ts';
import { connectionErrors } from '../connections/connection.errors.ts';
import type { FolderService } from '../folders/folder.service.ts';
import type { ConnectorDefinition } from '../kit/definition.ts';
import { type Descriptor, formField } from '../kit/descriptor.ts';
import type { UploadService } from '../uploads/upload.service.ts';
import { createFilesConnector } from './files-connector.ts';

const descriptor: Descriptor = {
  kind: 'FILES',
  label: 'Files',
  description: 'A folder on the server, or an upload, of CSV, JSON, NDJSON, Parquet and Excel files; folders can be watched.',
  category: 'FILES',
  verified: true,
  verification: 'Run against real files.',
  form: [
    formField({ name: 'folder', label: 'Folder', required: false, help: 'Absolute path of a folder on the server, below one that its operator allows.' }),
    formField({ name: 'uploadId', label: 'Upload', required: false, help: 'An upload whose files have all been sent, instead of a folder.' }),
  ],
  capabilities: { incremental: false, deletes: true, schedules: true, live: false },
}; // prettier-ignore

/** Folders and uploads, as one of the kinds of sources. */
export function filesDefinition(
  system: System,
  { folders, uploads }: { folders: FolderService; uploads: UploadService },
): ConnectorDefinition {
  const connector = createFilesConnector(system);
  return {
    descriptor,
    connector,
    async draft({ folder, uploadId }, { viewer, localOwner }) {
      if ((folder === undefined) === (uploadId === undefined)) return [inputProblem(connectionErrors.SOURCE_CHOICE({}))];
      try {
        if (uploadId !== undefined) {
          const { location, name } = await uploads.location(viewer, uploadId);
          return { location, name, secret: null, settings: null, inside: async (unit) => uploads.close(unit, uploadId) };
        }
        const location = await folders.connectable(folder ?? '', localOwner);
        return { location, name: basename(location) || location, secret: null, settings: null };
      } catch (error) {
        if (error instanceof DomainError) return [inputProblem(error, uploadId === undefined ? 'folder' : 'uploadId')];
        throw error;
      }
    },
    attempt: async (source, signal) => (await connector.discover(source, { signal })).map(({ name }) => name),
    fieldOf: () => 'folder',
  };
}
