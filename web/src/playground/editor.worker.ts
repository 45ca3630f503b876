// What every editor needs: differences, links, words.
import 'monaco-editor/esm/vs/editor/editor.worker.js';
