import { Copy, Download } from 'lucide-react';
import { useState } from 'react';
import { Button } from '../../ui/button.tsx';
import { download } from '../../ui/download.ts';
import { notify } from '../../ui/notify.ts';

/** Recovery codes, the only time they are seen: they are kept by the person, nowhere else. */
export function RecoveryCodes({ codes, onDone }: { codes: readonly string[]; onDone: () => void }) {
  const [kept, setKept] = useState(false);
  const text = `AutonomOS recovery codes\nEach works once, instead of a code of the authenticator.\n\n${codes.join('\n')}\n`;
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text);
      setKept(true);
      notify('success', 'The codes are on the clipboard.');
    } catch {
      notify('error', 'The browser refused to copy.', 'Download them instead.');
    }
  };
  return (
    <div className="grid gap-4" data-recovery-codes>
      <p role="status" className="max-w-[72ch]">
        <strong className="font-semibold">The second factor is on.</strong> Keep these codes where you find them when your authenticator is
        lost. Each works once. They are shown now and never again.
      </p>
      <ul
        className="grid max-w-md grid-cols-2 gap-x-6 gap-y-1 rounded-md border border-line bg-raised p-4 font-mono text-base"
        aria-label="Recovery codes"
      >
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ul>
      <div className="flex flex-wrap gap-2">
        <Button
          onClick={() => {
            download('autonomos-recovery-codes', 'txt', new Blob([text], { type: 'text/plain' }));
            setKept(true);
          }}
        >
          <Download aria-hidden size={15} /> Download
        </Button>
        <Button onClick={() => void copy()}>
          <Copy aria-hidden size={15} /> Copy
        </Button>
        <Button look="primary" onClick={onDone} data-codes-kept={kept}>
          I have kept them
        </Button>
      </div>
    </div>
  );
}
