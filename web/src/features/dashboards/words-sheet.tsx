import { useState } from 'react';
import { Button } from '../../ui/button.tsx';
import { Field } from '../../ui/field.tsx';
import { Sheet } from '../../ui/sheet.tsx';

const MAX_CHARACTERS = 200;

/** Asks in plain English what one widget should be different in. */
export default function WordsSheet({ title, onWords, onClose }: { title: string; onWords: (text: string) => void; onClose: () => void }) {
  const [text, setText] = useState('');
  const wanted = text.trim();
  return (
    <Sheet title={`Change ${title}`} onClose={onClose}>
      <form
        className="grid gap-5"
        onSubmit={(event) => {
          event.preventDefault();
          if (wanted === '') return;
          onWords(wanted);
          onClose();
        }}
      >
        <Field
          label="In words"
          hint="For example: only EMEA, not internal accounts, top 5, for 2025"
          value={text}
          maxLength={MAX_CHARACTERS}
          autoFocus
          onChange={(event) => setText(event.target.value)}
        />
        <div className="flex justify-end gap-2">
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" look="primary" disabled={wanted === ''}>
            Change it
          </Button>
        </div>
      </form>
    </Sheet>
  );
}
