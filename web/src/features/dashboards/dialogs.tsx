import { useState } from 'react';
import { Button } from '../../ui/button.tsx';
import { Sheet } from '../../ui/sheet.tsx';

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
