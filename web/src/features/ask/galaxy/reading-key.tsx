import type { ReactNode, RefObject } from 'react';
import { ConfidenceRing } from '../../../ui/confidence-mark.tsx';
import Popover from '../../../ui/popover.tsx';
import { arrowPath } from '../../../ui/trend.ts';
import { FreshnessDot, QualityArc } from './rings.tsx';
import { ORBIT_DASHES, ORBIT_HINTS, ORBIT_WORDS } from './words.ts';

function Row({ sign, children }: { sign: ReactNode; children: ReactNode }) {
  return (
    <li className="flex items-center gap-3">
      <span className="grid w-16 shrink-0 place-items-center">{sign}</span>
      <span>{children}</span>
    </li>
  );
}

const Sign = ({ children }: { children: ReactNode }) => (
  <svg width="60" height="22" viewBox="-30 -11 60 22" aria-hidden>
    {children}
  </svg>
);

const ORBITS = ['EXACT', 'LIKELY', 'HYPOTHESIS'] as const;
const KEYS: readonly [string, string][] = [
  ['← ↑ → ↓', 'go to the next planet'],
  ['Enter', 'details; again: put it in the middle'],
  ['Esc', 'close the details; a step back'],
  ['P', 'pin it'],
  ['+ − 0', 'nearer, farther, all of it'],
];

/** What every sign of the galaxy means, and the keys that move in it. */
export default function ReadingKey({ anchor, onClose }: { anchor: RefObject<HTMLButtonElement | null>; onClose: () => void }) {
  return (
    <Popover
      anchor={anchor}
      label="How to read the galaxy"
      align="end"
      className="scroll-thin max-h-[80dvh] w-[min(360px,calc(100vw-24px))] overflow-y-auto p-4"
      onClose={onClose}
    >
      <div className="grid gap-3 text-sm">
        <h2 className="font-semibold">How to read the galaxy</h2>
        <ul className="grid gap-2">
          {ORBITS.map((orbit) => (
            <Row
              key={orbit}
              sign={
                <Sign>
                  <path
                    d="M-28 6Q0 -12 28 6"
                    fill="none"
                    stroke="var(--control)"
                    strokeWidth="1.5"
                    strokeDasharray={ORBIT_DASHES[orbit]}
                    strokeLinecap="round"
                  />
                </Sign>
              }
            >
              <b>{ORBIT_WORDS[orbit]} orbit</b>: {ORBIT_HINTS[orbit]}
            </Row>
          ))}
          <Row
            sign={
              <span className="flex gap-1">
                <ConfidenceRing tier="HIGH" />
                <ConfidenceRing tier="MEDIUM" />
                <ConfidenceRing tier="LOW" />
              </span>
            }
          >
            <b>Ring and size</b>: how sure the number is
          </Row>
          <Row
            sign={
              <Sign>
                <QualityArc radius={7} quality={0.7} hue="finance" thick={2.5} />
              </Sign>
            }
          >
            <b>Arc</b>: how whole its data are
          </Row>
          <Row
            sign={
              <Sign>
                {(['FRESH', 'AGEING', 'STALE'] as const).map((freshness, index) => (
                  <g key={freshness} transform={`translate(${(index - 1) * 18} 0)`}>
                    <FreshnessDot radius={0} freshness={freshness} size={4.5} />
                  </g>
                ))}
              </Sign>
            }
          >
            <b>Dot</b>: fresh, ageing or stale data
          </Row>
          <Row
            sign={
              <Sign>
                <path d={arrowPath('up', 11)} transform="translate(-12 0)" fill="var(--ink)" stroke="var(--ink)" />
                <path d={arrowPath('down', 11)} transform="translate(12 0)" fill="none" stroke="var(--ink)" strokeWidth="1.5" />
              </Sign>
            }
          >
            <b>Arrow</b>: where it goes; full when that is good, empty when it is not
          </Row>
        </ul>
        <h2 className="border-t border-line pt-3 font-semibold">Keys</h2>
        <ul className="grid gap-2">
          {KEYS.map(([key, does]) => (
            <Row key={key} sign={<kbd>{key}</kbd>}>
              {does}
            </Row>
          ))}
        </ul>
      </div>
    </Popover>
  );
}
