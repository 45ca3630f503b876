import type { ReactNode } from 'react';
import { Button } from '../ui/button.tsx';
import { Sheet } from '../ui/sheet.tsx';

interface LeaveDialogProps {
  onStay: () => void;
  onLeave: () => void;
  onSave: () => void;
  /** What is not saved, and what becomes of it. */
  children: ReactNode;
}

/** There are changes that were not saved, and somebody wants to go elsewhere. */
export default function LeaveDialog({ onStay, onLeave, onSave, children }: LeaveDialogProps) {
  return (
    <Sheet title="Leave without saving?" onClose={onStay}>
      <div className="grid gap-5" data-leave>
        <p>{children}</p>
        <div className="flex flex-wrap justify-end gap-2">
          <Button look="danger" onClick={onLeave}>
            Leave without saving
          </Button>
          <Button onClick={onStay}>Go on editing</Button>
          <Button look="primary" onClick={onSave}>
            Save and leave
          </Button>
        </div>
      </div>
    </Sheet>
  );
}
