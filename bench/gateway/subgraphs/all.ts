import { inventory } from './inventory.ts';
import { products } from './products.ts';
import { reviews } from './reviews.ts';
import type { BenchSubgraph } from './subgraph.ts';
import { users } from './users.ts';

/** The four, in the order of the supergraph. */
export const SUBGRAPHS: readonly BenchSubgraph[] = [users, products, reviews, inventory];
