/** Up to so many nodes are drawn as elements of their own, laid out before the first paint. */
export const MOST_ELEMENTS = 200;
/** Up to so many are drawn as one picture, laid out in a worker; more are gathered in clusters. */
export const MOST_DRAWN = 2_000;
/** Names that a picture shows at once. */
export const MOST_NAMES = 60;
