/** What people look at on one page; each widget is a handful of statements. */
export const MAX_WIDGETS = 40;
/** The longest title of a dashboard or a widget. */
export const MAX_TITLE_CHARACTERS = 120;
/** The longest note beside a version. */
export const MAX_NOTE_CHARACTERS = 500;
