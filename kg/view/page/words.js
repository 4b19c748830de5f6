// The page's own words, Thai and English; those for classes and properties come with the graph.

/** @typedef {"th" | "en"} Language */

/** @type {Record<string, [string, string]>} */
const WORDS = {
  skip: ["ข้ามไปที่รายละเอียด", "Skip to the details"],
  search: ["ค้นหาชื่อ ชื่ออื่น หรือตัวย่อ", "Search names, aliases, acronyms"],
  filters: ["คำอธิบายสีและตัวกรอง", "Legend and filters"],
  stage: ["ภาพ", "Picture"],
  picture: ["ภาพกราฟ รายการที่เห็นมีข้อมูลเดียวกันเป็นข้อความ", "Picture of the graph; the list of what is shown says the same as text"],
  tools: ["เครื่องมือของภาพ", "Tools of the picture"],
  details: ["รายละเอียด", "Details"],
  list: ["รายการที่เห็น", "List of what is shown"],
  zoomIn: ["ขยาย", "Zoom in"],
  zoomOut: ["ย่อ", "Zoom out"],
  fit: ["พอดีจอ", "Fit"],
  restart: ["เริ่มใหม่", "Start again"],
  classes: ["ประเภท", "Classes"],
  properties: ["ความสัมพันธ์", "Relations"],
  moods: ["สถานะของข้อความ", "How it is stated"],
  entities: ["รายการ", "entities"],
  claims: ["ข้อความ", "claims"],
  documents: ["เอกสาร", "documents"],
  expand: ["แสดงเพื่อนบ้านอีก {0}", "Show {0} more neighbours"],
  only: ["ดูเฉพาะรอบรายการนี้", "Only this and its neighbours"],
  hide: ["ซ่อน", "Hide"],
  also: ["ชื่ออื่น", "Also"],
  noQuote: ["กราฟไม่ได้ให้ข้อความอ้างอิง", "The graph gives no quotation"],
  unstated: ["ไม่มีเอกสารใดระบุ ได้จากการอนุมาน", "No document states this; it is inferred"],
  confidence: ["ความเชื่อมั่น", "confidence"],
  untitled: ["เอกสารไม่มีชื่อ", "untitled document"],
  open: ["เปิดเอกสาร", "open the document"],
  chars: ["อักขระที่", "characters"],
  more: ["อีก {0}", "{0} more"],
  hits: ["พบ {0}", "{0} found"],
  firstHits: ["แสดง {0} จาก {1}", "{0} of {1}"],
  nothing: ["ไม่พบ", "Nothing found"],
  top: ["เชื่อมโยงมากที่สุด", "Most connected"],
  between: ["ระหว่างสองรายการ", "Between the two"],
  dates: ["ช่วงเวลา", "dates"],
  status: [
    "แสดง {0} จาก {1} รายการ · เส้นแทน {2} จาก {3} ความสัมพันธ์ · ไม่ได้แสดง {4} รายการ",
    "{0} of {1} entities · lines for {2} of {3} relations · {4} entities not shown",
  ],
  leftOut: ["ข้อความที่อนุมานและไม่ได้แสดง", "inferred statements left out"],
  loading: ["กำลังเปิดกราฟ…", "Opening the graph…"],
  broken: ["เปิดกราฟไม่ได้: {0}", "The graph cannot be opened: {0}"],
  other: ["English", "ไทย"],
  hint: [
    "คลิกเพื่อดูหลักฐาน ดับเบิลคลิกเพื่อแสดงเพื่อนบ้าน",
    "Click for the evidence, double-click to show neighbours",
  ],
};

/**
 * The page's word for `key`, with numbers and texts put in.
 * @param {Language} language
 * @param {string} key
 * @param {...(string | number)} values
 * @returns {string}
 */
function say(language, key, ...values) {
  const [thai, english] = WORDS[key] ?? [key, key];
  return (language === "th" ? thai : english).replace(/\{(\d)\}/g, (_, place) => {
    const value = values[Number(place)];
    return typeof value === "number" ? value.toLocaleString("en") : String(value);
  });
}

/**
 * A date as precise as it is written, in the reader's calendar (Thai: Buddhist years).
 * @param {Language} language
 * @param {string} date ISO 8601, a day, a month or a year
 * @returns {string}
 */
function sayDate(language, date) {
  const match = /^(\d{4})(?:-(\d\d))?(?:-(\d\d))?/.exec(date);
  if (!match) return date;
  const [, year, month, day] = match;
  const at = new Date(Date.UTC(Number(year), Number(month ?? 1) - 1, Number(day ?? 1)));
  if (Number.isNaN(at.getTime())) return date;
  /** @type {Intl.DateTimeFormatOptions} */
  const shape = { year: "numeric", timeZone: "UTC" };
  if (month) shape.month = "short";
  if (day) shape.day = "numeric";
  if (language === "en") return at.toLocaleDateString("en-GB", shape);
  return at.toLocaleDateString("th-TH-u-ca-buddhist-nu-latn", shape).replace(/^(?:พุทธศักราช|พ\.ศ\.)\s*/, "");
}
