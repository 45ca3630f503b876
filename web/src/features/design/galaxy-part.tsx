import { useMemo, useState } from 'react';
import { useSearchState } from '../../graph/use-search-state.ts';
import { Segments } from '../../ui/segments.tsx';
import { PLAIN } from '../ask/galaxy/galaxy-settings.ts';
import { Galaxy } from '../ask/galaxy/galaxy.tsx';
import { sampleGalaxy } from './graph-samples.ts';

const SIZES = ['0', '5', '12', '60', '200'] as const;

/** The galaxy with nothing around it, a few, a dozen, the most the server gives, and more than that. */
export default function GalaxyPart() {
  const [{ size }, set] = useSearchState(['size']);
  const [settings, setSettings] = useState(PLAIN);
  const value = SIZES.find((each) => each === size) ?? '12';
  const galaxy = useMemo(() => sampleGalaxy(Number(value)), [value]);
  return (
    <div className="grid gap-4">
      <div>
        <Segments
          label="Planets"
          value={value}
          options={SIZES.map((each) => ({ value: each, label: each }))}
          onChange={(next) => set({ size: next })}
        />
      </div>
      <div className="h-[max(560px,calc(100dvh-300px))]">
        <Galaxy galaxy={galaxy} label="a sample" settings={settings} onSettings={setSettings} onCentre={() => undefined} onBack={null} />
      </div>
    </div>
  );
}
