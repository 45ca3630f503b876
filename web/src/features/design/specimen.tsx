import type { ReactNode } from 'react';
import { CodeBlock } from '../../ui/code-block.tsx';
import { Disclosure } from '../../ui/disclosure.tsx';

interface SpecimenProps {
  name: string;
  /** What it is for, in a sentence. */
  use?: string;
  code?: string;
  className?: string;
  children: ReactNode;
}

/** One thing of the catalogue, with its name, what it is for and the code that makes it. */
export function Specimen({ name, use, code, className = '', children }: SpecimenProps) {
  return (
    <section className={`panel grid min-w-0 content-start gap-3 p-5 ${className}`} aria-label={name} data-specimen={name}>
      <div className="grid gap-0.5">
        <h3 className="text-sm font-semibold text-accent">{name}</h3>
        {use ? <p className="text-sm text-pretty text-muted">{use}</p> : null}
      </div>
      <div className="min-w-0">{children}</div>
      {code ? (
        <Disclosure summary="Code" name={`code-${name}`}>
          <CodeBlock label={`Code of ${name}`} code={code} />
        </Disclosure>
      ) : null}
    </section>
  );
}
