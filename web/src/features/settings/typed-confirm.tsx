import { useId, useState } from 'react';
import type { ReactNode } from 'react';
import type { Problem } from '../../graph/problem.ts';
import { Button } from '../../ui/button.tsx';
import { Field } from '../../ui/field.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { ProblemNote } from '../../ui/states.tsx';

interface TypedConfirmProps {
  title: string;
  /** What has to be typed. */
  word: string;
  action: string;
  children: ReactNode;
  onClose: () => void;
  /** Resolves with what went wrong; null closes the dialog. */
  onConfirm: (typed: string) => Promise<Problem | null>;
}

/** Asks before something that cannot be undone: says what comes of it, and wants a word typed. */
export function TypedConfirm({ title, word, action, children, onClose, onConfirm }: TypedConfirmProps) {
  const form = useId();
  const [typed, setTyped] = useState('');
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const fits = typed.trim().toLowerCase() === word.toLowerCase();
  const confirm = async () => {
    setBusy(true);
    const refused = await onConfirm(typed.trim());
    if (refused === null) return onClose();
    setProblem(refused);
    return setBusy(false);
  };
  return (
    <Sheet title={title} onClose={onClose}>
      <form
        id={form}
        className="grid gap-5"
        onSubmit={(event) => {
          event.preventDefault();
          if (fits && !busy) void confirm();
        }}
      >
        <div className="grid gap-2">{children}</div>
        {problem ? <ProblemNote problem={problem} /> : null}
        <Field
          label={`Type “${word}” to go on`}
          name="typed"
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
        />
        <div className="flex flex-wrap justify-end gap-2">
          <Button onClick={onClose}>Keep everything</Button>
          <Button type="submit" look="danger" busy={busy} disabled={!fits}>
            {action}
          </Button>
        </div>
      </form>
    </Sheet>
  );
}
