/** Columns of a dashboard. */
export const COLUMNS = 12;
