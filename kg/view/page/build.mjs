// Bundles src/ into page.js, which ships. The first line of page.js tells which sources it was made
// of, so that a test notices a bundle that was not renewed, with or without Node.js.
import { createHash } from "node:crypto";
import { readFileSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const here = fileURLToPath(new URL(".", import.meta.url));

function sources(folder) {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    return entry.isDirectory() ? sources(path) : [path];
  });
}

const digest = createHash("sha256");
const read = [...sources(join(here, "src")), join(here, "package-lock.json")];
const names = read.map((path) => path.slice(here.length).replaceAll("\\", "/")).sort();
for (const name of names) {
  digest.update(`${name}\n${readFileSync(join(here, name), "utf8").replaceAll("\r\n", "\n")}`);
}

const packages = ["preact", "d3-force", "d3-dispatch", "d3-quadtree", "d3-timer", "d3-time", "d3-array", "internmap"].map((name) => {
  const folder = join(here, "node_modules", name);
  const { version } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
  return { name: `${name} ${version}`, text: readFileSync(join(folder, "LICENSE"), "utf8").trim() };
});
// Those of one author have one licence: it stands once, below all that it holds for.
const licences = [...new Set(packages.map(({ text }) => text))].map((text) => (
  [...packages.filter((one) => one.text === text).map(({ name }) => name), text].join("\n")));

const result = await build({
  absWorkingDir: here,
  entryPoints: ["src/main.tsx"],
  bundle: true,
  format: "iife",
  target: "es2022",
  minify: true,
  charset: "utf8",
  legalComments: "none",
  jsx: "automatic",
  jsxImportSource: "preact",
  write: false,
});
const [{ text }] = result.outputFiles;
const head = `// Thut's page, made by build.mjs from src/ (sha256 ${digest.digest("hex")})\n`;
const legal = `/*! It holds, besides Thut (Apache-2.0):\n\n${licences.join("\n\n")}\n*/\n`;
writeFileSync(process.argv[2] ?? join(here, "page.js"), head + legal + text);
