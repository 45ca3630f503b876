// Completion and validation of the variables.
import 'monaco-editor/esm/vs/language/json/json.worker.js';
