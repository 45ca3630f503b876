/** Hands the person a file. What a file name cannot hold becomes a dash. */
export function download(name: string, extension: string, content: Blob): void {
  const url = URL.createObjectURL(content);
  const link = document.createElement('a');
  link.href = url;
  link.download = `${name.replaceAll(/[^\w.-]+/g, '-').slice(0, 80) || 'autonomos'}.${extension}`;
  link.click();
  URL.revokeObjectURL(url);
}
