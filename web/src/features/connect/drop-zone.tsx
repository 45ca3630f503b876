import { Upload } from 'lucide-react';
import { useRef, useState } from 'react';
import { Button } from '../../ui/button.tsx';
import { classes } from '../../ui/classes.ts';

interface DropZoneProps {
  title: string;
  hint: string;
  /** Endings of files to offer, as an input's `accept`. */
  accept: string;
  busy: boolean;
  onFiles: (files: FileList | null) => void;
}

/** Where files are dropped or chosen. */
export function DropZone({ title, hint, accept, busy, onFiles }: DropZoneProps) {
  const picker = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  return (
    <div
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        if (!busy) onFiles(event.dataTransfer.files);
      }}
      className={classes(
        'grid justify-items-center gap-3 rounded-xl border-2 border-dashed px-6 py-12 text-center transition-colors',
        over ? 'border-accent bg-accent-soft' : 'border-control',
      )}
      data-drop-zone
    >
      <span className="grid size-12 place-items-center rounded-full bg-accent-soft text-accent">
        <Upload aria-hidden size={22} />
      </span>
      <p className="text-md font-medium">{title}</p>
      <p className="text-muted">{hint}</p>
      <Button onClick={() => picker.current?.click()} busy={busy}>
        Choose files
      </Button>
      <input
        ref={picker}
        type="file"
        multiple
        accept={accept}
        aria-label="Files"
        tabIndex={-1}
        className="sr-only"
        onChange={(event) => {
          if (!busy) onFiles(event.target.files);
          event.target.value = '';
        }}
      />
    </div>
  );
}
