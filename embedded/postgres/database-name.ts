/** The database that PGlite makes; clients can name no other. */
export const DATABASE_NAME = 'postgres';
