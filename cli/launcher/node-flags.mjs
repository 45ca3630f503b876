/**
 * What Node is told besides the program, by command. A gateway makes much that lives for one request: with room for more of it (MB), what is
 * still under way is not copied around meanwhile. It costs as much memory under load, and halves the work on large replies.
 * @type {ReadonlyMap<string, readonly string[]>}
 */
const FLAGS = new Map([['gateway', ['--max-semi-space-size=64']]]);

/**
 * @param {string | undefined} command of the command line
 * @returns {readonly string[]}
 */
export function nodeFlags(command) {
  return FLAGS.get(command ?? '') ?? [];
}
