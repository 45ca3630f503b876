/** What a dashboard keeps; whoever looks asks only for what is near the screen. */
export const MAX_WIDGETS = 500;
/** What is worked on at once — refined, filtered, made a template of —; each widget is a question to read and a handful of statements. */
export const MAX_WIDGETS_AT_ONCE = 40;
/** The longest title of a dashboard or a widget. */
export const MAX_TITLE_CHARACTERS = 120;
/** The longest note beside a version. */
export const MAX_NOTE_CHARACTERS = 500;
