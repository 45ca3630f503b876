import { Download, ShieldCheck } from 'lucide-react';
import { ErasureCertificateDocument } from '../../gql/graphql.ts';
import { useDownload } from '../../graph/use-download.ts';
import { useGraph } from '../../graph/use-graph.ts';
import { Button } from '../../ui/button.tsx';
import { CodeBlock } from '../../ui/code-block.tsx';
import { Disclosure } from '../../ui/disclosure.tsx';
import { notify } from '../../ui/notify.ts';
import { Panel } from '../../ui/page.tsx';
import { Loading, ProblemNote } from '../../ui/states.tsx';

/** The proof that a person was forgotten; nothing in it says who. */
export function Certificate({ requestId }: { requestId: string }) {
  const [result, refresh] = useGraph(ErasureCertificateDocument, { requestId });
  const fetchFile = useDownload();
  if (result.state === 'loading') return <Loading label="Loading the certificate" lines={2} />;
  if (result.state === 'failed') return <ProblemNote problem={result.problem} onRetry={refresh} />;
  const certificate = result.data.erasureCertificate;
  if (!certificate) return null;
  const download = async () => {
    const problem = await fetchFile(certificate.path, `certificate-${requestId}`, 'json');
    if (problem) notify('error', problem.message, problem.todo);
  };
  return (
    <Panel
      title={
        <span className="inline-flex items-center gap-2">
          <ShieldCheck aria-hidden size={18} className="text-high" /> Certificate
        </span>
      }
      aside={
        <Button onClick={() => void download()} data-certificate>
          <Download aria-hidden size={15} /> Download
        </Button>
      }
    >
      <div className="grid gap-3">
        <p className="text-muted">
          What was done where and when, at whose wish, and what is left to do at the sources. Nothing in it says who was forgotten.
        </p>
        <p className="text-sm">
          SHA-256: <code className="font-mono text-xs break-all">{certificate.hash}</code>
        </p>
        <Disclosure summary="The document" name="certificate">
          <CodeBlock label="The certificate" code={JSON.stringify(certificate.document, null, 2)} />
        </Disclosure>
      </div>
    </Panel>
  );
}
