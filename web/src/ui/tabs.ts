/** A tab of a row of tabs (Radix Tabs.Trigger). */
export const TAB =
  'inline-flex min-h-10 items-center gap-2 border-b-2 border-transparent px-1 text-base text-muted transition-colors hover:text-ink data-[state=active]:border-accent data-[state=active]:font-medium data-[state=active]:text-ink';
