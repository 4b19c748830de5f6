// Bundles src/ into query.js and query.css, which ship. The first line of query.js tells which sources
// it was made of, so that a test notices a bundle that was not renewed, with or without Node.js.
import { createHash } from "node:crypto";
import { readFileSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const here = fileURLToPath(new URL(".", import.meta.url));

const digest = createHash("sha256");
const names = [...readdirSync(join(here, "src")).map((name) => `src/${name}`), "package-lock.json"].sort();
for (const name of names) {
  digest.update(`${name}\n${readFileSync(join(here, name), "utf8").replaceAll("\r\n", "\n")}`);
}

// Yasqe brings these in its own bundle; its package says MIT and has no file that spells it out.
const MIT = `Permission is hereby granted, free of charge, to any person obtaining a copy of this software and
associated documentation files (the "Software"), to deal in the Software without restriction, including
without limitation the rights to use, copy, modify, merge, publish, distribute, sublicense, and/or sell
copies of the Software, and to permit persons to whom the Software is furnished to do so, subject to the
following conditions: The above copyright notice and this permission notice shall be included in all
copies or substantial portions of the Software. THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY
KIND, EXPRESS OR IMPLIED, INCLUDING BUT NOT LIMITED TO THE WARRANTIES OF MERCHANTABILITY, FITNESS FOR A
PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE AUTHORS OR COPYRIGHT HOLDERS BE LIABLE FOR
ANY CLAIM, DAMAGES OR OTHER LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR OTHERWISE, ARISING FROM,
OUT OF OR IN CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS IN THE SOFTWARE.`;
const TRIPLY = `The MIT License. Copyright (c) Triply B.V., Zazuko GmbH and the contributors of Yasgui.\n${MIT}`;

const packages = [
  ["@zazuko/yasqe"], ["@zazuko/yasgui-utils"], ["codemirror", "LICENSE"], ["dompurify", "LICENSE"], ["lodash-es", "LICENSE"],
  ["query-string", "license"], ["decode-uri-component", "license"], ["filter-obj", "license"], ["split-on-first", "license"],
  ["strict-uri-encode", "license"], ["store", "LICENSE"],
].map(([name, file]) => {
  const folder = join(here, "node_modules", name);
  const { version } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
  return { name: `${name} ${version}`, text: file ? readFileSync(join(folder, file), "utf8").trim() : TRIPLY };
});
// Those of one author have one licence: it stands once, below all that it holds for.
const licences = [...new Set(packages.map(({ text }) => text))].map((text) => (
  [...packages.filter((one) => one.text === text).map(({ name }) => name), text].join("\n")));

const options = { absWorkingDir: here, bundle: true, minify: true, charset: "utf8", legalComments: "none", write: false };
const script = await build({ ...options, entryPoints: ["src/main.ts"], format: "iife", target: "es2022" });
const style = await build({
  ...options, entryPoints: ["node_modules/@zazuko/yasqe/build/yasqe.min.css"], loader: { ".svg": "dataurl", ".png": "dataurl" },
});
const made = digest.digest("hex");
const legal = `/*! It holds, besides Thut (Apache-2.0):\n\n${licences.join("\n\n").replaceAll("*/", "* /")}\n*/\n`;
const folder = process.argv[2] ?? here;
writeFileSync(join(folder, "query.js"), `// The page to ask in, made by build.mjs from src/ (sha256 ${made})\n${legal}${script.outputFiles[0].text}`);
writeFileSync(join(folder, "query.css"), `/* The style of Yasqe and CodeMirror; their licences stand in query.js. */\n${style.outputFiles[0].text}`);
