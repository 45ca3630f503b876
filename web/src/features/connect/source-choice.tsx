import { Cloud, Database, FolderOpen, HardDriveUpload } from 'lucide-react';
import type { LucideIcon } from 'lucide-react';
import { classes } from '../../ui/classes.ts';

export type Source = 'upload' | 'server' | 'postgres' | 'vendor';

interface Choice {
  value: Source;
  label: string;
  text: string;
  icon: LucideIcon;
}

export const SOURCES: readonly Choice[] = [
  { value: 'upload', label: 'Files', text: 'CSV, JSON from this device', icon: HardDriveUpload },
  { value: 'server', label: 'Folder', text: 'A folder on the server', icon: FolderOpen },
  { value: 'postgres', label: 'PostgreSQL', text: 'Tables of a database', icon: Database },
  { value: 'vendor', label: 'Business systems', text: 'Salesforce, Stripe and more', icon: Cloud },
];

/** Where the data come from: one card each, chosen as radio buttons are. */
export function SourceChoice({ value, onChange }: { value: Source; onChange: (value: Source) => void }) {
  return (
    <fieldset>
      <legend className="sr-only">Where the data come from</legend>
      <div className="grid gap-3 sm:grid-cols-2 xl:grid-cols-4">
        {SOURCES.map(({ value: each, label, text, icon: Icon }) => (
          <label
            key={each}
            data-source={each}
            className={classes(
              'panel flex cursor-pointer items-center gap-3.5 p-4 transition-colors has-focus-visible:outline-2 has-focus-visible:outline-accent',
              each === value ? '!border-accent !bg-accent-soft' : 'hover:border-control',
            )}
          >
            <input type="radio" name="source" className="sr-only" value={each} checked={each === value} onChange={() => onChange(each)} />
            <span
              className={classes(
                'grid size-10 shrink-0 place-items-center rounded-full',
                each === value ? 'bg-accent text-on-accent' : 'bg-raised text-accent',
              )}
            >
              <Icon aria-hidden size={19} strokeWidth={1.75} />
            </span>
            <span className="grid min-w-0">
              <span className="font-medium">{label}</span>
              <span className="text-sm text-muted">{text}</span>
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
