import { z } from 'zod';
import type { LayoutColumn } from '../reading/layout.ts';

/** What a text was packed in. SHEET: one sheet of an Excel workbook, by its place in the archive. */
export const packingSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('GZIP') }),
  z.object({ kind: z.literal('PARQUET') }),
  z.object({ kind: z.literal('SHEET'), part: z.string() }),
]);
export type Packing = z.infer<typeof packingSchema>;

/** A table that was unpacked into a text of its own, which is then read as any other. */
export interface UnpackedText {
  /** Where the text is. */
  text: string;
  /** Ending that the text would have as a file: how it is read. */
  extension: string;
  name: string;
  /** Null: made by a connector, which unpacks it itself. */
  packing: Packing | null;
  /** Its columns, when the file says which they are: the text has no header then. Null: as in any text. */
  columns: LayoutColumn[] | null;
  evidence: string[];
}

/** A thing in a file that cannot be unpacked, and why, for people. */
export class NotUnpacked extends Error {
  override readonly name = 'NotUnpacked';
  readonly code: 'UNSUPPORTED_FORMAT' | 'UNREADABLE' | 'TOO_LARGE' | 'HIDDEN_SHEET' | 'EMPTY_FILE' | 'TOO_MANY_COLUMNS';

  constructor(code: NotUnpacked['code'], reason: string) {
    super(reason);
    this.code = code;
  }
}
