/** One thing to choose. */
export interface ComboboxOption {
  value: string;
  label: string;
  hint?: string;
}

/** More than this nobody reads: they type on. */
const MOST = 50;

/** The options that hold every typed word, those that begin with it first. */
export function matchesOf(options: readonly ComboboxOption[], typed: string): ComboboxOption[] {
  const words = typed.toLocaleLowerCase('en').split(/\s+/).filter(Boolean);
  const text = ({ label, hint = '' }: ComboboxOption) => `${label} ${hint}`.toLocaleLowerCase('en');
  const found = options.filter((option) => words.every((word) => text(option).includes(word)));
  const first = words[0] ?? '';
  const begins = (option: ComboboxOption) => Number(text(option).startsWith(first));
  return found.toSorted((one, other) => begins(other) - begins(one)).slice(0, MOST);
}
