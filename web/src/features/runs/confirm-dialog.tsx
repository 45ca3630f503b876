import { useState } from 'react';
import type { ReactNode } from 'react';
import type { Problem } from '../../graph/problem.ts';
import { Button } from '../../ui/button.tsx';
import type { ButtonLook } from '../../ui/button.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { ProblemNote } from '../../ui/states.tsx';

interface ConfirmDialogProps {
  title: string;
  children: ReactNode;
  keep: string;
  action: string;
  look: ButtonLook;
  onClose: () => void;
  /** Resolves with what went wrong; null closes the dialog. */
  onConfirm: () => Promise<Problem | null>;
}

/** Asks before something is done, says what comes of it, and stays open with the reason when it was refused. */
export function ConfirmDialog({ title, children, keep, action, look, onClose, onConfirm }: ConfirmDialogProps) {
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const confirm = async () => {
    setBusy(true);
    const refused = await onConfirm();
    if (refused === null) return onClose();
    setProblem(refused);
    return setBusy(false);
  };
  return (
    <Sheet title={title} onClose={onClose}>
      <div className="grid gap-5">
        <div className="grid gap-2">{children}</div>
        {problem ? <ProblemNote problem={problem} /> : null}
        <div className="flex flex-wrap justify-end gap-2">
          <Button onClick={onClose}>{keep}</Button>
          <Button look={look} busy={busy} onClick={() => void confirm()}>
            {action}
          </Button>
        </div>
      </div>
    </Sheet>
  );
}
