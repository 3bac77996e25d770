/** How long a browser may take to begin writing, in ms; Firefox asks the person first where to. */
const SAVING_MS = 60_000;

/** Saves a file through the browser's own downloads; no permission is needed for that. */
export function saveFile(name: string, file: Blob): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(file);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), SAVING_MS);
}
