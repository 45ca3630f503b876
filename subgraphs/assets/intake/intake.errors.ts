import { defineErrors } from '../../kernel/errors/domain-error.ts';

export const intakeErrors = defineErrors('assets', {
  FEED_NAME_INVALID: {
    message: () => 'A feed’s name has 1 to 200 characters.',
    todo: 'Give it another name.',
    retry: false,
    status: 400,
  },
  FEED_SOURCE_AMBIGUOUS: {
    message: () => 'A feed is either an upload, a folder, an address or a webhook.',
    todo: 'Name one of them.',
    retry: false,
    status: 400,
  },
  FEED_NOT_FOUND: {
    message: () => 'There is no such feed.',
    todo: 'List them with `telemetryFeeds` and use one of their ids.',
    retry: false,
    status: 404,
  },
  FEED_EMPTY: {
    message: () => 'There is no file to read.',
    todo: 'Send files to the upload, or put them into the folder, and add the feed again.',
    retry: false,
    status: 400,
  },
  FEED_FOLDER_REFUSED: {
    message: () => 'This folder may not be read, or is not there.',
    todo: 'Name an absolute path below one of the folders that the operator allows (FILES_ROOTS).',
    retry: false,
    status: 400,
  },
  TOO_MANY_FEED_FILES: {
    message: (d: { max: number }) => `A feed has at most ${d.max} files.`,
    todo: 'Make several feeds of it.',
    retry: false,
    status: 400,
  },
  FEED_ADDRESS_INVALID: {
    message: () => 'This is no address that telemetry can be fetched from.',
    todo: 'Give it as https://host/path, without a user or password in it; secrets go into a header.',
    retry: false,
    status: 400,
  },
  FEED_HEADER_INVALID: {
    message: () => 'This header cannot be sent.',
    todo: 'Name one that the service reads, with letters, digits and hyphens, and a value in printable ASCII of at most 4,000 characters.',
    retry: false,
    status: 400,
  },
  FEED_HAS_NO_ADDRESS: {
    message: () => 'This feed is fetched from nowhere.',
    todo: 'Add another feed with the address, and remove this one.',
    retry: false,
    status: 400,
  },
  FEED_DIRECT_NOT_ALLOWED: {
    message: () => 'The company lets nobody be called but through a fabric plane.',
    todo: 'Have an administrator allow direct calls (setPlanePolicy), or bring the telemetry as files.',
    retry: false,
    status: 403,
  },
  FEED_NOT_ANSWERED: {
    message: (d: { host: string; why: string }) => `${d.host} gave no telemetry: ${d.why}.`,
    todo: 'The next scan tries again; check that the service is up if it goes on.',
    retry: true,
    status: 502,
  },
  FEED_REFUSED: {
    message: (d: { host: string; status: number }) => `${d.host} answered ${d.status}.`,
    todo: 'Check the address, and the secret and its header, with `changeTelemetryFeed`.',
    retry: false,
    status: 502,
  },
  FEED_TOO_LARGE: {
    message: (d: { bytes: number }) => `An address gives at most ${d.bytes.toLocaleString('en-US')} bytes at a time.`,
    todo: 'Make several feeds of it, each for a part.',
    retry: false,
    status: 400,
  },
  FEED_IS_NO_WEBHOOK: {
    message: () => 'Nobody sends anything to this feed.',
    todo: 'Choose one that is a webhook, or add one.',
    retry: false,
    status: 400,
  },
  FEED_FULL: {
    message: (d: { files: number; bytes: number }) =>
      `A webhook keeps at most ${d.files.toLocaleString('en-US')} messages and ${d.bytes.toLocaleString('en-US')} bytes.`,
    todo: 'Send more in a message, or add another feed, send there, and remove this one when its telemetry is too old to count.',
    retry: false,
    status: 507,
  },
});
