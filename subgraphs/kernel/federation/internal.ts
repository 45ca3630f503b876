import { Directive } from 'type-graphql';

/** Marks what only our own client and this machine's owner need; `API_CONTRACT=partner` leaves it out of the graph. */
export const Internal = (): ReturnType<typeof Directive> => Directive('@tag(name: "internal")');
