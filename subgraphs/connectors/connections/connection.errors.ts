import { defineErrors } from '../../kernel/errors/domain-error.ts';

export const connectionErrors = defineErrors('connectors', {
  CONNECTION_NOT_FOUND: {
    message: () => 'There is no such connection.',
    todo: 'Check the id; the connection may have been removed.',
    retry: false,
    status: 404,
  },
  CONNECTION_NAME_INVALID: {
    message: () => 'A connection’s name has 1 to 100 characters.',
    todo: 'Choose a shorter name, or leave it out.',
    retry: false,
    status: 400,
  },
  ALREADY_CONNECTED: {
    message: (d: { source: string; name: string; id: string }) => `${d.source} is connected as “${d.name}” already (${d.id}).`,
    todo: 'Sync that connection to read it again, or give another name to connect it a second time.',
    retry: false,
    status: 409,
  },
  SOURCE_CHOICE: {
    message: () => 'Exactly one of `folder` and `uploadId` has to be given.',
    todo: 'Give the folder on the server, or the upload, that holds the files.',
    retry: false,
    status: 400,
  },
  FOLDER_NOT_FOUND: {
    message: (d: { folder: string }) => `There is no folder ${d.folder} on the server.`,
    todo: 'Check the path; it is a path on the machine that runs the server.',
    retry: false,
    status: 404,
  },
  FOLDER_NOT_ALLOWED: {
    message: (d: { folder: string }) => `${d.folder} is outside the folders that the operator of the server allows.`,
    todo: 'Choose a folder below the allowed ones (see serverFolder), upload the files, or have the operator add it to FILES_ROOTS.',
    retry: false,
    status: 403,
  },
  FOLDER_NOT_READABLE: {
    message: (d: { folder: string }) => `The server may not read ${d.folder}.`,
    todo: 'Give the user that runs the server the right to read it.',
    retry: false,
    status: 403,
  },
  FOLDER_TOO_LARGE: {
    message: (d: { folder: string; maxFiles: number }) =>
      `${d.folder} has more than ${d.maxFiles} data files, or too many folders to look through.`,
    todo: 'Choose a folder further down that holds just the data.',
    retry: false,
    status: 400,
  },
  NO_FILES: {
    message: (d: { location: string }) => `There is no data file in ${d.location}.`,
    todo: 'Put CSV, TSV, JSON, NDJSON, Parquet or Excel (.xlsx) files there; texts may be packed with gzip.',
    retry: false,
    status: 400,
  },
  SYNC_RUNNING: {
    message: () => 'A sync of this connection is running already.',
    todo: 'Wait until it has finished; its progress is in `latestSync`.',
    retry: true,
    status: 409,
  },
  SYNC_CANCELLED: {
    message: () => 'The sync was cancelled.',
    todo: 'Resume its run, or sync the connection again; what has landed so far is kept.',
    retry: false,
    status: 409,
  },
});
