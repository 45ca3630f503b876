/** A name as PostgreSQL reads it back unchanged, whatever it holds. */
export const quoteName = (name: string): string => `"${name.replaceAll('"', '""')}"`;

/** A string constant; needs `standard_conforming_strings = on`. */
export const quoteText = (text: string): string => `'${text.replaceAll("'", "''")}'`;
