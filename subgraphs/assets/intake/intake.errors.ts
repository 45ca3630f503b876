import { defineErrors } from '../../kernel/errors/domain-error.ts';

export const intakeErrors = defineErrors('assets', {
  FEED_NAME_INVALID: {
    message: () => 'A feed’s name has 1 to 200 characters.',
    todo: 'Give it another name.',
    retry: false,
    status: 400,
  },
  FEED_SOURCE_AMBIGUOUS: {
    message: () => 'A feed is either an upload or a folder.',
    todo: 'Name one of the two.',
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
});
