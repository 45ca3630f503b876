import { Monitor, Moon, Sun } from 'lucide-react';
import { Row } from './palette-row.tsx';
import { useTheme } from './theme.ts';

const THEMES = [
  { theme: 'dark', label: 'Dark theme', icon: Moon },
  { theme: 'light', label: 'Light theme', icon: Sun },
  { theme: 'system', label: 'Theme of the system', icon: Monitor },
] as const;

/** How the client looks: dark, light, or as the system does. */
export function PaletteThemes({ onDone }: { onDone: () => void }) {
  const { choice, choose } = useTheme();
  return THEMES.map(({ theme, label, icon }) => (
    <Row
      key={theme}
      icon={icon}
      value={`theme ${label} appearance mode`}
      hint={choice === theme ? 'now' : undefined}
      onSelect={() => {
        choose(theme);
        onDone();
      }}
    >
      {label}
    </Row>
  ));
}
