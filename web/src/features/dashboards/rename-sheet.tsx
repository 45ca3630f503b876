import { useState } from 'react';
import { Button } from '../../ui/button.tsx';
import { Field } from '../../ui/field.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { MAX_TITLE_CHARACTERS } from './inputs.ts';

/** Asks for another name. */
export default function RenameSheet({
  what,
  name,
  onRename,
  onClose,
}: {
  what: string;
  name: string;
  onRename: (name: string) => void;
  onClose: () => void;
}) {
  const [text, setText] = useState(name);
  const wanted = text.trim();
  return (
    <Sheet title={`Rename the ${what}`} onClose={onClose}>
      <form
        className="grid gap-5"
        onSubmit={(event) => {
          event.preventDefault();
          if (wanted === '') return;
          onRename(wanted);
          onClose();
        }}
      >
        <Field
          label="Name"
          value={text}
          maxLength={MAX_TITLE_CHARACTERS}
          autoFocus
          problem={wanted === '' ? 'A name has at least one character.' : undefined}
          onChange={(event) => setText(event.target.value)}
          onFocus={(event) => event.target.select()}
        />
        <div className="flex justify-end gap-2">
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" look="primary">
            Rename
          </Button>
        </div>
      </form>
    </Sheet>
  );
}
