/** A link inside a sentence. */
export const LINK = 'font-medium link';
