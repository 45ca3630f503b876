/** How alike two values are. */
export interface Likeness {
  /** 0 … 1. */
  readonly likeness: number;
  /** Information of what agrees, in bits: rare things that agree say more. */
  readonly bits: number;
}
