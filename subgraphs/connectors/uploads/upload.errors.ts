import { defineErrors } from '../../kernel/errors/domain-error.ts';

export const uploadErrors = defineErrors('connectors', {
  UPLOAD_NOT_FOUND: {
    message: () => 'There is no such upload.',
    todo: 'Make one with createUpload and send the files to its path.',
    retry: false,
    status: 404,
  },
  UPLOAD_CLOSED: {
    message: () => 'This upload has been connected and takes no more files.',
    todo: 'Make another one with createUpload.',
    retry: false,
    status: 409,
  },
  UPLOAD_EMPTY: {
    message: () => 'No data file has been sent to this upload.',
    todo: 'PUT each file to {path}/{file name} first.',
    retry: false,
    status: 400,
  },
  FILE_NAME_INVALID: {
    message: () => 'The file’s name has 1 to 200 characters, no slash, no control character, and does not start with a dot.',
    todo: 'Rename the file.',
    retry: false,
    status: 400,
  },
  FILE_TYPE_REFUSED: {
    message: (d: { name: string }) => `${d.name} is not a data file.`,
    todo: 'Send .csv, .tsv, .txt, .json, .ndjson, .parquet or .xlsx files, of telemetry .log and .tfstate too; texts may be packed with gzip.',
    retry: false,
    status: 400,
  },
  FILE_TOO_LARGE: {
    message: (d: { maxBytes: number }) => `The file is larger than ${d.maxBytes} bytes.`,
    todo: 'Split it, or put it into a folder of the server and connect that.',
    retry: false,
    status: 413,
  },
  TOO_MANY_FILES: {
    message: (d: { max: number }) => `An upload takes at most ${d.max} files.`,
    todo: 'Connect these and make another upload.',
    retry: false,
    status: 400,
  },
  DISK_FULL: {
    message: () => 'There is no room left on the server’s disk.',
    todo: 'Have the operator make room, then send the file again.',
    retry: true,
    status: 507,
  },
});
