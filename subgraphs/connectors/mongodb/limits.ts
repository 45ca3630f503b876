/** Bounds of everything the MongoDB connector does; what is past a bound is reported. */

/** Collections of one connection. */
export const MAX_COLLECTIONS = 500;
/** Documents looked at of each collection: all of smaller ones. */
export const SAMPLE_DOCUMENTS = 10_000;
export const SAMPLE_BYTES = 64 * 1024 * 1024;
export const MAX_COLUMNS = 1000;
/** Documents in documents become columns so deep; deeper ones land as JSON. */
export const MAX_DEPTH = 4;
/** A value longer than this sets its record aside. */
export const MAX_CELL_CHARACTERS = 1024 * 1024;
/** Documents and bytes of a page. One document may be larger than the bytes: the server bounds it to 16 MB. */
export const PAGE_DOCUMENTS = 1000;
export const PAGE_BYTES = 4 * 1024 * 1024;
export const KEY_PAGE = 5000;
export const CONNECT_TIMEOUT_MS = 10_000;
export const QUERY_TIMEOUT_MS = 120_000;
/** How long a change stream is asked for more before it is taken for read to its end. */
export const AWAIT_MS = 500;
/** Changes read in one sync; the next one goes on. */
export const MAX_CHANGES = 1_000_000;
/** How far behind the last read an incremental one begins: clocks of writers differ. */
export const OVERLAP_MS = 10 * 60_000;
