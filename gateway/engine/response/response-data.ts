/** The `data` of a response: JSON text, which is what most want of it. */
export class ResponseData {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }

  /** The same as objects. */
  toJSON(): unknown {
    return JSON.parse(this.text);
  }
}
