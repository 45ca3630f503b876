import { useState } from 'react';
import { Button } from '../../ui/button.tsx';
import { Sheet } from '../../ui/sheet.tsx';

/** Asks before a connection and what came from it are removed. */
export function RemoveDialog({
  name,
  onCancel,
  onRemove,
}: {
  name: string;
  onCancel: () => void;
  onRemove: () => Promise<unknown> | void;
}) {
  const [busy, setBusy] = useState(false);
  return (
    <Sheet title={`Remove ${name}?`} onClose={onCancel}>
      <div className="grid gap-5">
        <p>
          Its rows and the records unified from them leave AutonomOS. The files themselves stay as they are, and you can connect them again.
        </p>
        <div className="flex justify-end gap-2">
          <Button onClick={onCancel}>Keep it</Button>
          <Button
            look="danger"
            busy={busy}
            onClick={() => {
              setBusy(true);
              void onRemove();
            }}
          >
            Remove
          </Button>
        </div>
      </div>
    </Sheet>
  );
}
