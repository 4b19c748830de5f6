// The page: unpack the graph, draw the first view, keep the parts of the page in step with it.

import { render } from "preact";
import { conflicts } from "./conflicts";
import { type Columns, Graph, unpack, type Words } from "./data";
import { Explorer } from "./explorer";
import type { First } from "./first";
import { listenToKeys } from "./keyboard";
import { addressOf, listenToPointer } from "./pointer";
import { byId } from "./text";
import { Header } from "./ui/header";
import { Legend } from "./ui/legend";
import { Panel } from "./ui/panel";
import { Sheet, Status, Tools } from "./ui/stage";
import { say, type Word } from "./words";

function draw(explorer: Explorer): void {
  const { language, view } = explorer;
  for (const element of document.querySelectorAll("[data-label]")) {
    element.setAttribute("aria-label", say(language, element.getAttribute("data-label") as Word));
  }
  byId("skip").textContent = say(language, "skip");
  byId("skip-picture").textContent = say(language, "skipPicture");
  byId("stage").dataset.mode = view.mode;
  byId("notice").textContent = explorer.notice;
  byId("sheet").hidden = view.mode === "picture";
  render(<Header explorer={explorer} />, byId("top"));
  render(<Status explorer={explorer} />, byId("status"));
  render(<Tools explorer={explorer} />, byId("tools"));
  render(<Legend explorer={explorer} />, byId("filters"));
  render(<Sheet explorer={explorer} />, byId("sheet"));
  render(<Panel explorer={explorer} />, byId("panel"));
}

async function start(): Promise<void> {
  const first = JSON.parse(byId("first-picture").textContent ?? "") as First;
  const status = byId("status");
  status.textContent = say(first.language, "loading");
  try {
    const columns = await unpack<Columns>(byId("graph-data").textContent ?? "");
    // The words of a thousand documents wait until the first view stands.
    const words = new Promise<Words>((resolve, reject) => {
      setTimeout(() => { unpack<Words>(byId("words-data").textContent ?? "").then(resolve, reject); });
    });
    const graph = new Graph(columns, words);
    status.textContent = "";
    const explorer = new Explorer(graph, first);
    explorer.subscribe(() => draw(explorer));
    draw(explorer);
    listenToKeys(explorer);
    listenToPointer(explorer);
    printOnPaper(explorer);
    matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => explorer.recolour());
    expose(explorer);
    requestAnimationFrame(() => performance.mark("drawn"));
    await graph.ready;
    draw(explorer);
    document.documentElement.dataset.ready = "true";
  } catch (error) {
    status.textContent = say(first.language, "broken", String(error));
    status.className = "problem";
    throw error;
  }
}

/** Paper is light, and has another shape than the screen. */
function printOnPaper(explorer: Explorer): void {
  const { dataset } = document.documentElement;
  let theme: string | undefined;
  addEventListener("beforeprint", () => {
    theme = dataset.theme;
    dataset.theme = "light";
    explorer.recolour();
  });
  addEventListener("afterprint", () => {
    if (theme === undefined) delete dataset.theme;
    else dataset.theme = theme;
    explorer.recolour();
  });
}

/** For tests and the curious: where an entity, or a line that no name covers, stands in the picture's element. */
function expose(explorer: Explorer): void {
  const { picture } = explorer;
  Object.assign(globalThis, {
    thut: Object.freeze({
      graph: explorer.graph,
      explorer,
      address: () => addressOf(explorer),
      conflicts: (node: number) => conflicts(explorer.graph, node).map((group) => group.map(({ kind, at }) => explorer.graph.claimIri(kind, at))),
      at: (node: number) => picture.network.canvasToDOM(picture.placeOf(node)),
      on: (id: string) => {
        const points = [0.5, 0.4, 0.6, 0.3, 0.7].map((part) => picture.pointOn(id, part));
        const free = points.find((point) => point && picture.labels.at(point) === null);
        return free ? picture.network.canvasToDOM(free) : null;
      },
    }),
  });
}

void start();
