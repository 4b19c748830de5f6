// A file for the reader, made in the page and handed to the browser.

const LATER = 10_000;

/** Offer `content` as a file to save; nothing leaves the page. */
export function save(content: Blob | string, name: string, type = "application/octet-stream"): void {
  const blob = typeof content === "string" ? new Blob([content], { type: `${type};charset=utf-8` }) : content;
  const link = document.createElement("a");
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  // The browser reads the file after this; let go of it when it surely has.
  setTimeout(() => URL.revokeObjectURL(link.href), LATER);
}
