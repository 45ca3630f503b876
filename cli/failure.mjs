/** A foreseen failure of a command: a message for the person at the terminal, and the exit code that goes with it. */
export class Failure extends Error {
  /**
   * @param {number} exitCode one of EXIT
   * @param {string} message what happened and what to do, in full sentences
   */
  constructor(exitCode, message) {
    super(message);
    this.name = 'Failure';
    this.exitCode = exitCode;
  }
}

/**
 * Prints a failure the way every entry script does and returns the code to exit with.
 * @param {unknown} error
 * @returns {number}
 */
export function reportFailure(error) {
  if (error instanceof Failure) {
    process.stderr.write(`autonomos: ${error.message}\n`);
    return error.exitCode;
  }
  process.stderr.write(`autonomos: unexpected failure\n${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
  return 1;
}
