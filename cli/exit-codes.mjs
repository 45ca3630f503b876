/**
 * Every exit code of `autonomos`, `npm start` and `npm test`. Plain JavaScript: the launcher reads it before any TypeScript is built.
 * README.md repeats this table for people; scripts may rely on the numbers.
 */
export const EXIT = Object.freeze({
  /** What was asked for was done. */
  OK: 0,
  /** It was tried and failed; the message says what. */
  FAILED: 1,
  /** The command line itself is wrong: unknown command, missing or bad option. */
  USAGE: 2,
  /** This machine lacks something: Node too old, npm failed, the build failed. */
  ENVIRONMENT: 3,
  /** Another program listens on the port. */
  PORT_IN_USE: 4,
  /** Another instance serves the data folder. */
  DATA_FOLDER_IN_USE: 5,
  /** The question was understood to be unanswerable, or not understood: an answer was declined. */
  DECLINED: 6,
  /** No server answers (and none was to be started). */
  UNREACHABLE: 7,
  /** The server refused who we are. */
  UNAUTHENTICATED: 8,
});
