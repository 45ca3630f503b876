import { classes } from '../../ui/classes.ts';
import { categoryLook } from './categories.ts';

/** The sign of a kind of source: that of its group, in the group's colour. */
export function ConnectorSign({ category, className }: { category: string; className?: string }) {
  const { icon: Icon, hue } = categoryLook(category);
  return (
    <span className={classes('grid size-10 shrink-0 place-items-center rounded-md bg-raised', hue, className)}>
      <Icon aria-hidden size={19} strokeWidth={1.75} />
    </span>
  );
}
