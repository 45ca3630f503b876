import type { ReactNode } from 'react';
import { Button } from '../../ui/button.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { ProblemNote } from '../../ui/states.tsx';
import type { Form } from './use-form.ts';

interface FormSheetProps {
  title: string;
  /** What the button says that sends it. */
  action: string;
  /** `budget` marks the form as `data-budget-form`. */
  name: string;
  of: Pick<Form<string>, 'form' | 'busy' | 'problem' | 'submitting'>;
  onSubmit: () => unknown;
  onClose: () => void;
  children: ReactNode;
}

/** A form in a sheet: what is wrong with all of it, its fields, and the two ways out. */
export function FormSheet({ title, action, name, of: { form, busy, problem, submitting }, onSubmit, onClose, children }: FormSheetProps) {
  return (
    <Sheet title={title} onClose={onClose}>
      <form ref={form} className="grid gap-5" noValidate onSubmit={submitting(onSubmit)} {...{ [`data-${name}-form`]: true }}>
        {problem ? <ProblemNote problem={problem} /> : null}
        {children}
        <div className="flex flex-wrap justify-end gap-2">
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" look="primary" busy={busy}>
            {action}
          </Button>
        </div>
      </form>
    </Sheet>
  );
}
