import { Button } from '../../ui/button.tsx';
import { CodeBlock } from '../../ui/code-block.tsx';
import { Sheet } from '../../ui/sheet.tsx';

interface FeedSecretProps {
  name: string;
  address: string | null;
  secret: string;
  onClose: () => void;
}

/** Where a service sends telemetry, and the secret that it signs it with, shown this once. */
export function FeedSecret({ name, address, secret, onClose }: FeedSecretProps) {
  return (
    <Sheet title={`“${name}” is sent here`} onClose={onClose}>
      <div className="grid gap-4" data-feed-secret>
        {address === null ? null : <CodeBlock label="the address" code={address} />}
        <p>
          Every message is a POST with <code className="font-mono">x-timestamp</code>, seconds since 1970, and{' '}
          <code className="font-mono">x-signature</code>, the HMAC-SHA-256 in hex of that time, a dot and the body, with this secret. It is
          shown this once.
        </p>
        <CodeBlock label="the secret" code={secret} />
        <div className="flex justify-end">
          <Button look="primary" onClick={onClose}>
            I have copied it
          </Button>
        </div>
      </div>
    </Sheet>
  );
}
