import { useState } from 'react';
import { Button } from '../../ui/button.tsx';
import { Sheet } from '../../ui/sheet.tsx';

/** There are changes that were not saved, and somebody wants to go elsewhere. */
export function LeaveDialog({ onStay, onLeave, onSave }: { onStay: () => void; onLeave: () => void; onSave: () => void }) {
  return (
    <Sheet title="Leave without saving?" onClose={onStay}>
      <div className="grid gap-5" data-leave>
        <p>Your changes to this dashboard are not saved yet. They stay in this browser: when you come back, you can go on with them.</p>
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

/** Asks before a dashboard is deleted. */
export function DeleteDialog({ title, onCancel, onDelete }: { title: string; onCancel: () => void; onDelete: () => Promise<unknown> }) {
  const [busy, setBusy] = useState(false);
  const remove = async () => {
    setBusy(true);
    await onDelete();
    setBusy(false);
  };
  return (
    <Sheet title={`Delete “${title}”?`} onClose={onCancel}>
      <div className="grid gap-5" data-delete>
        <p>It disappears for everybody in your company. The data behind it stay as they are.</p>
        <div className="flex justify-end gap-2">
          <Button onClick={onCancel}>Keep it</Button>
          <Button look="danger" busy={busy} onClick={() => void remove()}>
            Delete
          </Button>
        </div>
      </div>
    </Sheet>
  );
}
