/** Closes a switch over a union: a new member is a compile error here, and an unexpected value at run time is named. */
export function assertNever(value: never): never {
  throw new Error(`unexpected value: ${JSON.stringify(value)}`);
}
