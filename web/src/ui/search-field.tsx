import { Search } from 'lucide-react';
import type { InputHTMLAttributes, Ref } from 'react';
import { classes } from './classes.ts';
import { CONTROL } from './field.tsx';

type SearchFieldProps = Omit<InputHTMLAttributes<HTMLInputElement>, 'type'> & { label: string; ref?: Ref<HTMLInputElement> };

/** A box to search in, named for those who do not see its glass. */
export function SearchField({ label, className, ...rest }: SearchFieldProps) {
  return (
    <div className={classes('relative min-w-0', className)}>
      <Search aria-hidden size={16} className="pointer-events-none absolute top-1/2 left-3 -translate-y-1/2 text-muted" />
      <input placeholder={label} {...rest} type="search" aria-label={label} className={classes(CONTROL, 'pl-9')} />
    </div>
  );
}
