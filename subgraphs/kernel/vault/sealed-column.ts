/** A text column of a tenant-owned table that holds what the vault sealed. What lives for a day or less need not be listed: the old key opens it until then. */
export interface SealedColumn {
  table: string;
  column: string;
  /** Columns that name a row within its tenant, as text; none where a tenant has one row. */
  rowId: readonly string[];
  /** What the row's secret was sealed for, by the values of `rowId`. */
  purposeOf: (...rowId: string[]) => string;
}
