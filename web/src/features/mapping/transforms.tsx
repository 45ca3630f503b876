import { Check, Wand2 } from 'lucide-react';
import { Badge } from '../../ui/badge.tsx';
import { Button } from '../../ui/button.tsx';
import { ConfidenceMark } from '../../ui/confidence-mark.tsx';
import { Disclosure } from '../../ui/disclosure.tsx';
import type { FieldTransformsQuery } from '../../gql/graphql.ts';
import type { FieldEdit } from './changes.ts';
import { sameSteps, stepInputs } from './steps.ts';

export type ColumnDetail = NonNullable<FieldTransformsQuery['fieldMapping']>;

interface TransformsProps {
  field: ColumnDetail;
  edit: FieldEdit | undefined;
  editable: boolean;
  onChange: (change: Partial<Omit<FieldEdit, 'tableId'>>) => void;
}

/** What is done to the values of a column on their way, and what could be done. */
export function Transforms({ field, edit, editable, onChange }: TransformsProps) {
  const inForce = stepInputs(field.transforms);
  const chosen = edit?.transforms ?? inForce;
  const suggestions = field.suggestedTransforms.map((each) => ({ ...each, inputs: stepInputs(each.transforms) }));
  if (inForce.length === 0 && suggestions.length === 0 && field.alsoFeeds.length === 0) return null;
  const known = [{ inputs: inForce, transforms: field.transforms }, ...suggestions].find(({ inputs }) => sameSteps(inputs, chosen));
  return (
    <div className="grid gap-2" data-transforms={field.column}>
      <h4 className="text-sm font-medium">What is done to its values</h4>
      {chosen.length === 0 ? (
        <p className="text-sm text-muted">Nothing: they are kept as they land.</p>
      ) : (
        <ol className="grid list-decimal gap-1 pl-5 text-sm">
          {(known?.transforms ?? []).map(({ sentence, step }) => (
            <li key={`${step.kind} ${sentence}`}>{sentence || step.kind.toLowerCase()}</li>
          ))}
        </ol>
      )}
      {editable && chosen.length > 0 ? (
        <Button className="justify-self-start" onClick={() => onChange({ transforms: inForce.length === 0 ? null : [], type: null })}>
          Keep them as they land
        </Button>
      ) : null}
      {editable && edit?.transforms != null && !sameSteps(inForce, chosen) && inForce.length > 0 ? (
        <Button className="justify-self-start" onClick={() => onChange({ transforms: null, type: null })}>
          Do what was proposed
        </Button>
      ) : null}
      {suggestions.map((suggestion) => {
        const taken = sameSteps(suggestion.inputs, chosen);
        return (
          <div key={JSON.stringify(suggestion.inputs)} className="grid gap-1.5 rounded-md border border-line p-3" data-suggestion>
            <div className="flex flex-wrap items-center gap-2">
              <Wand2 aria-hidden size={15} className="text-accent" />
              <span className="text-sm font-medium">{suggestion.transforms.map(({ sentence }) => sentence).join('; ')}</span>
              <ConfidenceMark score={suggestion.confidence} />
              {taken ? (
                <Badge tone="good">
                  <Check aria-hidden size={12} /> taken
                </Badge>
              ) : null}
            </div>
            <Disclosure summary="Why">
              <ul className="grid list-disc gap-1 pl-4 text-sm">
                {suggestion.evidence.map((line) => (
                  <li key={line}>{line}</li>
                ))}
              </ul>
            </Disclosure>
            {editable && !taken ? (
              <Button className="justify-self-start" onClick={() => onChange({ transforms: suggestion.inputs, type: suggestion.type })}>
                Do this
              </Button>
            ) : null}
          </div>
        );
      })}
      {field.alsoFeeds.map((each) => (
        <p key={each.attribute} className="text-sm">
          Also becomes <span className="font-medium">{each.label}</span>: {each.transforms.map(({ sentence }) => sentence).join('; ')}
        </p>
      ))}
    </div>
  );
}
