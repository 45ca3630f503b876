/** Bounds of everything the database connector does; what is past a bound is reported, never left out in silence. */

/** Tables and views of one connection. */
export const MAX_TABLES = 500;
/** PostgreSQL allows 1 600 columns in a table; some are ours. */
export const MAX_COLUMNS = 1000;
export const CONNECT_TIMEOUT_MS = 10_000;
/** A page or a sample of a table; views can take long before their first row. */
export const STATEMENT_TIMEOUT_MS = 120_000;
/** Waiting for a lock means that somebody changes the table: sooner come back later than stand in the way. */
export const LOCK_TIMEOUT_MS = 10_000;
/** Beyond the server's own timeout, for a network that has gone silent. */
export const NETWORK_GRACE_MS = 15_000;
/** Rows looked at of each table to see what its values are like; of a larger one as many, spread over it. */
export const SAMPLE_ROWS = 200_000;
export const SAMPLE_BYTES = 96 * 1024 * 1024;
/** Samples kept between the two passes over them; tables past it are read twice. */
export const KEPT_SAMPLE_BYTES = 192 * 1024 * 1024;
/** Rows and bytes read at a time. One row may be larger than the bytes: its cells are bounded. */
export const PAGE_ROWS = 1000;
export const PAGE_BYTES = 4 * 1024 * 1024;
/** A value longer than this sets its record aside. */
export const MAX_CELL_CHARACTERS = 1024 * 1024;
/** How much of a bad record is kept to show to people. */
export const MAX_RAW_CHARACTERS = 2000;
/** Keys read at a time to see what was deleted. */
export const KEY_PAGE_ROWS = 5000;
/** How far behind the last read an incremental one begins: transactions may commit later than the moment or the number they wrote. */
export const OVERLAP_MINUTES = 10;
export const OVERLAP_NUMBERS = 1000;
export const OVERLAP_TRANSACTIONS = 1000;
/** Numbers of transactions come round after some four thousand million, and are compared over half of that: longer ago, everything is read. */
export const MAX_TRANSACTIONS_AGO = 1_500_000_000;
/** What a slot may hold back of the server's log before it is dropped. */
export const MAX_RETAINED_BYTES = 1024 * 1024 * 1024;
/** Keys that changed in one table between two syncs; past it the table is read whole. */
export const MAX_CHANGED_KEYS = 1_000_000;
/** How long a first read waits for transactions that were committing when it began. */
export const SETTLE_MS = 5_000;
