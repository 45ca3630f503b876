import { BrainCircuit } from 'lucide-react';
import { lazy, Suspense, useId, useMemo, useRef, useState } from 'react';
import { Button } from '../../ui/button.tsx';
import { plural } from '../../ui/format.ts';
import { Loading } from '../../ui/states.tsx';
import { CodeArea, goToLine } from './code-area.tsx';
import { allSteps } from './shape.ts';
import type { ShapedStep } from './shape.ts';
import { useCheck, useWritten } from './use-check.ts';
import { WorkflowGraph } from './workflow-graph.tsx';

const ModelStepForm = lazy(async () => ({ default: (await import('./model-step-form.tsx')).ModelStepForm }));

interface WorkflowEditorProps {
  text: string;
  readOnly: boolean;
  /** Address of the step that is chosen; it is in the address of the page. */
  step: string | null;
  onStep: (path: string | null) => void;
  onChange: (text: string) => void;
}

/** Where a step stands in the definition: `each.inner` → `steps[0].steps[1]`; empty when it is not there. */
function placeOf(steps: readonly ShapedStep[], path: string, list = 'steps'): string {
  for (const [index, step] of steps.entries()) {
    const here = `${list}[${index}]`;
    if (step.path === path) return here;
    for (const [branch, inner] of step.inner.entries()) {
      const found = placeOf(inner, path, step.kind === 'PARALLEL' ? `${here}.branches[${branch}].steps` : `${here}.steps`);
      if (found !== '') return found;
    }
  }
  return '';
}

/** A workflow as text and as a drawing beside it; what is wrong is said while it is written, and leads to its line. */
export function WorkflowEditor({ text, readOnly, step, onStep, onChange }: WorkflowEditorProps) {
  const id = useId();
  const area = useRef<HTMLTextAreaElement>(null);
  const written = useWritten(text);
  const { problems } = useCheck(text, !readOnly);
  const said = useMemo(() => {
    if (written === null) return [];
    if (written.faults.length > 0) return written.faults.map(({ line, message }) => ({ line, code: 'SYNTAX', message }));
    return problems.map(({ path, code, message }) => ({ line: written.lineOf(path), code, message }));
  }, [written, problems]);
  const [adding, setAdding] = useState(false);
  const marked = useMemo(() => new Set(said.map(({ line }) => line)), [said]);
  const shape = written?.shape ?? null;
  const choose = (path: string) => {
    onStep(path === step ? null : path);
    if (written && path !== step) goToLine(area.current, written.lineOf(placeOf(written.shape?.steps ?? [], path)));
  };
  return (
    <div className="grid items-start gap-4 xl:grid-cols-[minmax(0,5fr)_minmax(0,6fr)]">
      <div className="grid gap-3">
        <CodeArea
          label="The workflow, as YAML or JSON"
          value={text}
          marked={marked}
          readOnly={readOnly}
          describedBy={`${id}-problems`}
          area={area}
          onChange={onChange}
        />
        <section id={`${id}-problems`} aria-label="What is wrong" aria-live="polite" data-problems={said.length} className="grid gap-1.5">
          {said.length === 0 ? (
            <p className="text-sm text-muted">
              {shape === null ? 'Nothing can be drawn yet.' : `${plural(allSteps(shape.steps).length, 'step')}. Nothing is wrong with it.`}
            </p>
          ) : (
            <ul className="grid gap-1">
              {said.map(({ line, code, message }, index) => (
                <li key={index}>
                  <button
                    type="button"
                    className="flex min-h-7 w-full items-baseline gap-2 rounded-sm px-2 text-left text-sm hover:bg-raised"
                    onClick={() => goToLine(area.current, line)}
                    data-workflow-problem={code}
                  >
                    <span className="shrink-0 font-mono text-xs text-low">line {line}</span>
                    <span>{message}</span>
                    <span className="ml-auto shrink-0 font-mono text-xs text-muted">{code}</span>
                  </button>
                </li>
              ))}
            </ul>
          )}
        </section>
      </div>
      <div className="grid grid-cols-[minmax(0,1fr)] gap-3">
        {readOnly || shape === null ? null : (
          <Button className="justify-self-end" onClick={() => setAdding(true)} data-add-model-step>
            <BrainCircuit aria-hidden size={15} /> Add a step that asks a model
          </Button>
        )}
        {written === null ? <Loading label="Loading the drawing" /> : null}
        {shape && shape.steps.length > 0 ? (
          <WorkflowGraph label={`${shape.title} as a drawing`} steps={shape.steps} chosen={step} onChoose={choose} />
        ) : null}
      </div>
      {adding && shape ? (
        <Suspense fallback={null}>
          <ModelStepForm
            text={text}
            steps={shape.steps}
            onClose={() => setAdding(false)}
            onAdd={(next, path) => {
              setAdding(false);
              onChange(next);
              onStep(path);
            }}
          />
        </Suspense>
      ) : null}
    </div>
  );
}
