import { CircleHelp, Columns2, Download } from 'lucide-react';
import { lazy, Suspense, useRef, useState } from 'react';
import type { GalaxyFieldsFragment } from '../../../gql/graphql.ts';
import { IconButton } from '../../../ui/button.tsx';

const CompareChoice = lazy(() => import('./compare-choice.tsx'));
const ReadingKey = lazy(() => import('./reading-key.tsx'));
const SaveMenu = lazy(() => import('./save-menu.tsx'));

interface GalaxyBarProps {
  galaxy: GalaxyFieldsFragment;
  question: string;
  /** Puts the galaxy of another question beside this one. */
  onCompare: (question: string) => void;
}

/** What can be done with the galaxy as a whole. */
export function GalaxyBar({ galaxy, question, onCompare }: GalaxyBarProps) {
  const compare = useRef<HTMLButtonElement>(null);
  const [comparing, setComparing] = useState(false);
  const help = useRef<HTMLButtonElement>(null);
  const [helping, setHelping] = useState(false);
  const [saving, setSaving] = useState(false);
  const save = (
    <IconButton label="Save the galaxy as a picture" className="size-8" data-save-galaxy onClick={() => setSaving(true)}>
      <Download aria-hidden size={15} />
    </IconButton>
  );
  return (
    <div className="flex shrink-0" data-galaxy-bar>
      <IconButton
        ref={help}
        label="How to read the galaxy"
        className="size-8"
        data-reading-key
        aria-expanded={helping}
        onClick={() => setHelping(!helping)}
      >
        <CircleHelp aria-hidden size={15} />
      </IconButton>
      <IconButton
        ref={compare}
        label="Compare with another galaxy"
        className="size-8"
        data-compare
        aria-expanded={comparing}
        onClick={() => setComparing(!comparing)}
      >
        <Columns2 aria-hidden size={15} />
      </IconButton>
      {saving ? (
        <Suspense fallback={save}>
          <SaveMenu galaxy={galaxy} question={question} trigger={save} />
        </Suspense>
      ) : (
        save
      )}
      {helping ? (
        <Suspense fallback={null}>
          <ReadingKey anchor={help} onClose={() => setHelping(false)} />
        </Suspense>
      ) : null}
      {comparing ? (
        <Suspense fallback={null}>
          <CompareChoice
            anchor={compare}
            galaxy={galaxy}
            question={question}
            onClose={() => setComparing(false)}
            onCompare={(other) => {
              setComparing(false);
              onCompare(other);
            }}
          />
        </Suspense>
      ) : null}
    </div>
  );
}
