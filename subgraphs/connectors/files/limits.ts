/** Bounds of everything the file connector does; a file past a bound is reported, never truncated in silence. */

/** A record longer than this is quarantined with its line and skipped without being buffered. */
export const MAX_RECORD_CHARACTERS = 1024 * 1024;
/** How much of a bad record is kept to show to people. */
export const MAX_RAW_CHARACTERS = 2000;
/** PostgreSQL allows 1 600 columns in a table; some are ours. */
export const MAX_COLUMNS = 1000;
/** What is read at a time. */
export const CHUNK_BYTES = 256 * 1024;
/** What is read to guess the dialect, the header and whether the file is binary. */
export const HEAD_BYTES = 256 * 1024;
/** Files looked at in one folder, and how deep. */
export const MAX_FILES = 500;
export const MAX_FOLDER_DEPTH = 6;
export const MAX_FOLDERS = 5000;
/** Share of a column's values, and number of them, that may misfit its type: their rows are quarantined. */
export const MAX_MISFIT_SHARE = 0.02;
export const MAX_MISFITS = 5000;
/** Distinct values counted exactly in a column that repeats values, at most; and in all columns of an object together. */
export const MAX_DISTINCT_PER_COLUMN = 100_000;
export const MAX_DISTINCT_PER_OBJECT = 4_000_000;
/** More distinct values that columns of one object may hold as long as nothing repeats in them: they may be keys. */
export const MAX_KEY_VALUES_PER_OBJECT = 12_000_000;
/** Distinct values whose frequency is counted. */
export const MAX_COUNTED_PER_COLUMN = 10_000;
export const MAX_COUNTED_PER_OBJECT = 500_000;
/** Distinct values of a column that does not identify anything that are kept to compare with the keys of other objects. */
export const MAX_COMPARED_VALUES = 5_000;
/** Values longer than this are not counted by value or shown as examples whole. */
export const MAX_VALUE_CHARACTERS = 200;
/** Rows of a table without a key whose repeats are told apart by content; past it by their number. */
export const MAX_KEYLESS_ROWS = 4_000_000;
/** What one step of landing reads at least before it hands over. The records come to the event loop in one piece: more of them would hold it up. */
export const LANDING_STEP_BYTES = 256 * 1024;
/** What may be unpacked from one file: this much for each packed byte, at least the first figure, never more than the last. */
export const UNPACKED_BYTES_AT_LEAST = 256 * 1024 * 1024;
export const UNPACKED_BYTES_PER_BYTE = 200;
export const MAX_UNPACKED_BYTES = 8 * 1024 * 1024 * 1024;
/** Room on the disk that unpacking leaves. */
export const MIN_FREE_BYTES = 512 * 1024 * 1024;
/** Sheets of a workbook that are read, and texts that its sheets share, in characters. */
export const MAX_SHEETS = 100;
export const MAX_SHARED_CHARACTERS = 128 * 1024 * 1024;
/** Row groups of a Parquet file are read in memory, packed; a page of one is unpacked there. */
export const MAX_ROW_GROUP_BYTES = 512 * 1024 * 1024;
export const MAX_PAGE_BYTES = 256 * 1024 * 1024;
/** Values of a Parquet file that are held at a time. */
export const MAX_HELD_VALUES = 1_000_000;
/** Structures in structures become columns so deep; deeper ones land as JSON. */
export const MAX_COLUMN_DEPTH = 4;
