// Dates of answers in the calendar of whoever asks.

const PARTS = /^(\d{4})(?:-(\d\d))?(?:-(\d\d))?$/;

/** A day, month or year in the language of the page, Thai with Buddhist years; null for what is none of them. */
export function sayDate(date: string): string | null {
  const [, year, month, day] = PARTS.exec(date) ?? [];
  if (!year) return null;
  const at = new Date(Date.UTC(Number(year), Number(month ?? 1) - 1, Number(day ?? 1)));
  if (Number.isNaN(at.getTime())) return null;
  const shape: Intl.DateTimeFormatOptions = { year: "numeric", timeZone: "UTC" };
  if (month) shape.month = "short";
  if (day) shape.day = "numeric";
  const calendar = document.documentElement.lang === "en" ? "en-GB" : "th-TH-u-ca-buddhist-nu-latn";
  return new Intl.DateTimeFormat(calendar, shape).format(at).replace(/^(?:พุทธศักราช|พ\.ศ\.)\s*/, "");
}
