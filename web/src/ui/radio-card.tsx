import { useId } from 'react';

interface RadioCardProps {
  name: string;
  label: string;
  hint: string;
  checked: boolean;
  onChoose: () => void;
}

/** One of a few choices that need a sentence each. */
export function RadioCard({ name, label, hint, checked, onChoose }: RadioCardProps) {
  const id = useId();
  return (
    <div className="relative flex items-start gap-3 rounded-md border border-line p-3 has-checked:border-accent has-checked:bg-accent-soft has-focus-visible:outline-2 has-focus-visible:outline-accent">
      <input
        id={id}
        type="radio"
        name={name}
        className="mt-1 accent-accent"
        checked={checked}
        onChange={onChoose}
        aria-describedby={`${id}-hint`}
      />
      <div className="grid">
        <label htmlFor={id} className="cursor-pointer font-medium after:absolute after:inset-0">
          {label}
        </label>
        <span id={`${id}-hint`} className="text-sm text-muted">
          {hint}
        </span>
      </div>
    </div>
  );
}
