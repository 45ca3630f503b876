import { KeyRound } from 'lucide-react';
import { Button } from '../../ui/button.tsx';
import { CodeBlock } from '../../ui/code-block.tsx';
import { Sheet } from '../../ui/sheet.tsx';

interface MadeKeyProps {
  name: string;
  secret: string;
  /** What else there is to say, such as until when the key before it works. */
  note?: string;
  onClose: () => void;
}

/** The key itself, shown this once. */
export function MadeKey({ name, secret, note, onClose }: MadeKeyProps) {
  const request = `curl ${window.location.origin}/graphql \\\n  -H 'authorization: Bearer ${secret}' \\\n  -H 'content-type: application/json' \\\n  -d '{"query":"{ viewer { role } }"}'`;
  return (
    <Sheet title={`The key “${name}”`} onClose={onClose}>
      <div className="grid gap-4" data-made-key>
        <p className="flex items-start gap-2.5">
          <KeyRound aria-hidden size={18} className="mt-0.5 shrink-0 text-accent" />
          <span>Copy it now and keep it where the program finds it: it is shown this once, and nobody can read it again. {note}</span>
        </p>
        <CodeBlock label="the key" code={secret} />
        <details className="text-base">
          <summary className="cursor-pointer text-muted hover:text-ink">How to use it</summary>
          <div className="mt-3 grid gap-2">
            <p className="text-muted">Send it with every request, or as `authorization` when a WebSocket begins.</p>
            <CodeBlock label="an example" code={request} />
          </div>
        </details>
        <div className="flex justify-end">
          <Button look="primary" onClick={onClose}>
            I have copied it
          </Button>
        </div>
      </div>
    </Sheet>
  );
}
