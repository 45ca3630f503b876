import { lazy, Suspense, useLayoutEffect, useRef, useState } from 'react';
import type { AnswerFieldsFragment } from '../../../gql/graphql.ts';
import { stepped } from '../ask-address.ts';
import type { AskAddress } from '../ask-address.ts';
import { GalaxyBar } from './galaxy-bar.tsx';
import { toggled } from './galaxy-settings.ts';
import { Galaxy } from './galaxy.tsx';
import { Journey } from './journey.tsx';

const PlanetActions = lazy(() => import('./planet-actions.tsx'));

/** The least a galaxy needs, and what stays free below it. */
const LEAST_PX = 540;
const BELOW_PX = 24;
/** Beside the answer from this width on, as the page's grid has it. */
const WIDE = '(min-width: 1024px)';
/** One below the other, a galaxy is as high as its planets need. */
const STACKED_PX = { base: 420, perNode: 26, most: 820 };

/** How high the sky can be so that all of it is seen: from where it starts to the end of the window. */
function useHeight(nodes: number): [React.RefObject<HTMLDivElement | null>, number] {
  const ref = useRef<HTMLDivElement>(null);
  const [height, setHeight] = useState(LEAST_PX);
  useLayoutEffect(() => {
    const measure = () => {
      const top = (ref.current?.getBoundingClientRect().top ?? 0) + window.scrollY;
      const stacked = Math.min(STACKED_PX.most, STACKED_PX.base + STACKED_PX.perNode * nodes);
      setHeight(window.matchMedia(WIDE).matches ? Math.max(LEAST_PX, Math.round(window.innerHeight - top - BELOW_PX)) : stacked);
    };
    measure();
    window.addEventListener('resize', measure);
    return () => window.removeEventListener('resize', measure);
  }, [nodes]);
  return [ref, height];
}

interface AnswerGalaxyProps {
  answer: AnswerFieldsFragment;
  address: AskAddress;
  onAddress: (address: AskAddress, replace: boolean) => void;
  onCentre: (question: string) => void;
}

/** An answer's galaxy beside it, with the journey that led here; all it is set to stands in the address. */
export function AnswerGalaxy({ answer, address, onAddress, onCentre }: AnswerGalaxyProps) {
  const { galaxy } = answer;
  const { via, persona, galaxy: settings } = address;
  const [frame, height] = useHeight(galaxy.nodes.length);
  const questions = new Set(galaxy.nodes.map(({ question }) => question));
  const before = via.at(-1);
  const compare = (versus: string) => onAddress({ ...address, versus, galaxy: { ...settings, open: null } }, false);
  return (
    <div ref={frame} style={{ height }} className="max-lg:order-2 lg:sticky lg:top-18">
      <Galaxy
        galaxy={galaxy}
        label={answer.label}
        settings={settings}
        onSettings={(next) => onAddress({ ...address, galaxy: next }, true)}
        onCentre={onCentre}
        onBack={before === undefined ? null : () => onAddress(stepped(address, before), false)}
        actions={(node) => (
          <Suspense fallback={<div className="h-24" />}>
            <PlanetActions
              question={node.question}
              persona={persona}
              pinned={settings.pins.includes(node.question)}
              onPin={() =>
                onAddress({ ...address, galaxy: { ...settings, pins: [...toggled(new Set(settings.pins), node.question)] } }, true)
              }
              onCompare={() => compare(node.question)}
            />
          </Suspense>
        )}
      >
        <div className="flex items-center border-b border-line bg-surface py-1 pr-1.5 pl-2">
          <Journey
            via={via}
            question={answer.question}
            related={galaxy.nodes.length - 1}
            elsewhere={settings.pins.filter((each) => !questions.has(each))}
            onGo={onCentre}
          />
          <GalaxyBar galaxy={galaxy} question={answer.question} onCompare={compare} />
        </div>
      </Galaxy>
    </div>
  );
}
