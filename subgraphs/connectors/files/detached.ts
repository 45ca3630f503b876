/**
 * A copy of a text that does not keep alive the chunk it was cut from: engines make a cut of 13 characters or more a view on the whole. For every text
 * that is kept longer than its batch.
 */
export const detached = (text: string): string => (text.length < 13 ? text : Buffer.from(text).toString());
