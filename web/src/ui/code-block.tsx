import { Check, Copy } from 'lucide-react';
import { useState } from 'react';
import { IconButton } from './button.tsx';
import { notify } from './notify.ts';

const SHOWN_MS = 1_600;

/** Code to read and copy; it scrolls sideways by keyboard too. */
export function CodeBlock({ code, label }: { code: string; label: string }) {
  const [copied, setCopied] = useState(false);
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(code);
      setCopied(true);
      window.setTimeout(() => setCopied(false), SHOWN_MS);
    } catch {
      notify('error', 'The browser refused to copy.', 'Select the text and copy it by hand.');
    }
  };
  return (
    <div className="relative rounded-md border border-line bg-raised">
      <pre
        className="scroll-thin max-h-80 overflow-auto p-3 pr-12 font-mono text-xs leading-5 text-ink"
        tabIndex={0}
        role="region"
        aria-label={label}
      >
        {code}
      </pre>
      <IconButton label={copied ? 'Copied' : `Copy: ${label}`} className="absolute top-1 right-1 bg-raised" onClick={() => void copy()}>
        {copied ? <Check aria-hidden size={15} /> : <Copy aria-hidden size={15} />}
      </IconButton>
    </div>
  );
}
