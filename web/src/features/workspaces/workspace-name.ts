/** A workspace's name without the mark that the screen already carries. */
export function workspaceName({ name, demo }: { name: string; demo: boolean }): string {
  return demo ? name.replace(/\s*\(demo\)$/i, '') : name;
}
