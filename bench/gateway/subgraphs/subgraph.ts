/** A subgraph of the benchmark: what it says of itself, and how it answers; data and answers are the same at every start. */
export interface BenchSubgraph {
  name: 'users' | 'products' | 'reviews' | 'inventory';
  typeDefs: string;
  resolvers: Readonly<Record<string, Readonly<Record<string, (parent: never, args: never) => unknown>>>>;
}

/** The head of each schema: Federation 2 with the directives that the four use. */
export const LINK = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.3",
  import: ["@key", "@external", "@requires", "@shareable", "@provides"])`;

/** The `count` numbers from 1. */
export function numbers(count: number): number[] {
  return Array.from({ length: count }, (_, index) => index + 1);
}

/** A sentence of about `words` words that depends on nothing but the seed. */
export function sentence(seed: number, words: number): string {
  return numbers(words)
    .map((place) => WORDS[(seed * 7 + place * place * 3) % WORDS.length])
    .join(' ');
}

const WORDS = ['solid', 'arrived', 'early', 'light', 'enough', 'for', 'daily', 'use', 'and', 'quiet', 'though', 'pricey', 'well', 'made'];
