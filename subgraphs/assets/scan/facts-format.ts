/** Counts the forms in which facts and evidence are stored; one more whenever what is stored can no longer be read back. */
export const FACTS_FORMAT = 1;
