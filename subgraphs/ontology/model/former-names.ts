/** All of `known` but the name itself and names that others have now. */
export function formerNames(name: string, known: readonly string[], taken: readonly string[]): string[] {
  return [...new Set(known)].filter((each) => each !== name && !taken.includes(each));
}
