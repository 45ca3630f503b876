import type { Operation } from './address.ts';

/** A prepared operation. */
export interface Example extends Operation {
  title: string;
  /** Who would ask it. */
  group: string;
}
