import { defineErrors } from '../errors/domain-error.ts';

/** Failures of those who follow events. */
export const eventErrors = defineErrors('kernel', {
  CURSOR_EXPIRED: {
    message: () => 'What happened after this cursor is no longer kept.',
    todo: 'Read the state anew, then subscribe without a cursor.',
    retry: false,
    status: 410,
  },
  CURSOR_OF_ANOTHER_STREAM: {
    message: () => 'The `after` cursor belongs to another stream of events.',
    todo: 'Pass a cursor that this same subscription gave for the same arguments, or leave it out.',
    retry: false,
    status: 400,
  },
  SLOW_READER: {
    message: () => 'Events came faster than they were read, so the stream was ended.',
    todo: 'Subscribe again after the last cursor you have; nothing is lost.',
    retry: true,
    status: 503,
  },
});
