/** A link inside a sentence. */
export const LINK = 'font-medium text-accent underline underline-offset-3';
