const MARKS =
  /^_?(?:updated|modified|changed|last_?(?:updated|modified|changed)|system_?mod_?stamp)(?:_?(?:at|on|date|time|ts|timestamp))?$|_(?:updated|modified)_at$/iu;

/** The column that grows with every change: the one that was named, else the one that is called so and holds moments. Null: none. */
export function incrementalOf(columns: readonly { name: string; moment: boolean }[], named: string | undefined): string | null {
  const wanted = named?.toLowerCase();
  const found = columns.find(({ name, moment }) => moment && (wanted === undefined ? MARKS.test(name) : name.toLowerCase() === wanted));
  return found?.name ?? null;
}
