// Dates as the graph gives them: a day, a month or a year; compared as stretches of days.

import { LONGEST, plain, shorten } from "./text";
import type { Language } from "./words";

/** A stretch of time: its first and last day, counted from 1970-01-01. */
export interface Stretch {
  from: number;
  to: number;
}

const DAY = 86_400_000;
const PARTS = /^(\d{4})(?:-(\d\d))?(?:-(\d\d))?/;

/** The day's number of a year, month (from 0) and day. */
function dayOf(year: number, month: number, day: number): number {
  return Math.floor(Date.UTC(year, month, day) / DAY);
}

/** What an ISO date covers: `2021-10` is all of October; null for what is no date. */
export function stretchOf(date: string): Stretch | null {
  const match = PARTS.exec(date);
  if (!match) return null;
  const [, year, month, day] = match;
  const y = Number(year);
  if (day) {
    const at = dayOf(y, Number(month) - 1, Number(day));
    return { from: at, to: at };
  }
  if (month) return { from: dayOf(y, Number(month) - 1, 1), to: dayOf(y, Number(month), 0) };
  return { from: dayOf(y, 0, 1), to: dayOf(y, 11, 31) };
}

/** The calendar date of a day's number. */
export function dateOf(day: number): Date {
  return new Date(day * DAY);
}

/** Months since the year 0, for bins: 2021-10 is 2021 * 12 + 9. */
export function monthOf(day: number): number {
  const date = dateOf(day);
  return date.getUTCFullYear() * 12 + date.getUTCMonth();
}

/** First day of a month (see `monthOf`). */
export function firstDay(month: number): number {
  return dayOf(Math.floor(month / 12), month % 12, 1);
}

/** A date as precise as it is written, in the reader's calendar (Thai: Buddhist years). */
export function sayDate(language: Language, date: string): string {
  const match = PARTS.exec(date);
  // What is no date is shown as it stands, as far as it can stand in a line.
  if (!match) return shorten(plain(date), LONGEST);
  const [, year, month, day] = match;
  const at = new Date(Date.UTC(Number(year), Number(month ?? 1) - 1, Number(day ?? 1)));
  if (Number.isNaN(at.getTime())) return date;
  return formatOf(language, Boolean(month), Boolean(day)).format(at).replace(/^(?:พุทธศักราช|พ\.ศ\.)\s*/, "");
}

const formats = new Map<string, Intl.DateTimeFormat>();

/** A format is slow to make and quick to use: each is made once. */
function formatOf(language: Language, month: boolean, day: boolean): Intl.DateTimeFormat {
  const key = `${language} ${month} ${day}`;
  let format = formats.get(key);
  if (!format) {
    const shape: Intl.DateTimeFormatOptions = { year: "numeric", timeZone: "UTC" };
    if (month) shape.month = "short";
    if (day) shape.day = "numeric";
    format = new Intl.DateTimeFormat(calendarOf(language), shape);
    formats.set(key, format);
  }
  return format;
}

/** A stretch as its first and last day, or the month or year that it is. */
export function sayStretch({ from, to }: Stretch, language: Language): string {
  const first = dateOf(from).toISOString().slice(0, 10);
  if (from === to) return sayDate(language, first);
  const month = stretchOf(first.slice(0, 7));
  if (month?.from === from && month.to === to) return sayDate(language, first.slice(0, 7));
  const year = stretchOf(first.slice(0, 4));
  if (year?.from === from && year.to === to) return sayDate(language, first.slice(0, 4));
  return `${sayDate(language, first)} – ${sayDate(language, dateOf(to).toISOString().slice(0, 10))}`;
}

/** A month as `ต.ค. 2564` or `Oct 2021`. */
export function sayMonth(language: Language, month: number): string {
  return sayDate(language, `${String(Math.floor(month / 12)).padStart(4, "0")}-${String((month % 12) + 1).padStart(2, "0")}`);
}

/** A month with the year of the other calendar behind it: `ต.ค. 2564 (2021)`, `Oct 2021 (2564)`. */
export function sayMonthIn(language: Language, month: number): string {
  const year = Math.floor(month / 12);
  return `${sayMonth(language, month)} (${language === "th" ? year : year + 543})`;
}

function calendarOf(language: Language): string {
  return language === "en" ? "en-GB" : "th-TH-u-ca-buddhist-nu-latn";
}
