// What benchmarks/page.py does in the page: move the picture, type, unfold; and count what was drawn.

window.bench = {
  network: () => (window.thut ? thut.explorer.picture.network : window.network),

  /** Count drawings from now on, in window.drawn. */
  count() {
    window.drawn = 0;
    this.network().on("afterDrawing", () => { window.drawn++; });
  },

  /** Whether plain pyvis has come to stand. */
  stands() {
    if (!window.network) return false;
    if (!window.waits) {
      window.waits = true;
      window.network.once("stabilized", () => { window.stood = true; });
    }
    return window.stood;
  },

  /** One event a frame for so many seconds, as a hand gives them. */
  async move(kind, seconds) {
    const canvas = document.querySelector(".vis-network canvas");
    const box = canvas.getBoundingClientRect();
    const network = this.network();
    const [first] = Object.keys(network.body.nodes).filter((id) => !id.startsWith("edgeId"));
    const grip = kind === "drag" ? network.canvasToDOM(network.getPosition(first)) : { x: box.width - 40, y: 60 };
    const fire = (type, x, y) => canvas.dispatchEvent(new PointerEvent(type, {
      bubbles: true, cancelable: true, pointerId: 1, pointerType: "mouse", isPrimary: true,
      button: type === "pointermove" ? -1 : 0, buttons: 1, clientX: box.left + x, clientY: box.top + y,
    }));
    const turn = (deltaY) => canvas.dispatchEvent(new WheelEvent("wheel", {
      bubbles: true, cancelable: true, deltaY, clientX: box.left + box.width / 2, clientY: box.top + box.height / 2,
    }));
    window.drawn = 0;
    if (kind !== "zoom") fire("pointerdown", grip.x, grip.y);
    const begun = performance.now();
    for (let step = 0; performance.now() - begun < seconds * 1000; step++) {
      const part = step / 20;
      if (kind === "zoom") turn(Math.sin(part) > 0 ? 30 : -30);
      else fire("pointermove", grip.x - 60 * Math.sin(part), grip.y + 60 * Math.sin(part * 1.3));
      await new Promise(requestAnimationFrame);
    }
    const rate = window.drawn / ((performance.now() - begun) / 1000);
    if (kind !== "zoom") fire("pointerup", grip.x, grip.y);
    return rate;
  },

  /** Milliseconds from a keystroke to the list of what it finds. */
  async search(text) {
    const field = document.getElementById("search");
    const type = (value) => {
      field.value = value;
      field.dispatchEvent(new Event("input", { bubbles: true }));
    };
    field.focus();
    await new Promise(requestAnimationFrame);
    const begun = performance.now();
    type(text);
    while (!document.querySelector("#search-hits [role=option]") && performance.now() - begun < 5000) {
      await new Promise((done) => setTimeout(done));
    }
    document.getElementById("search-hits").getBoundingClientRect();
    const taken = performance.now() - begun;
    type("");
    await new Promise((done) => setTimeout(done, 50));
    return taken;
  },

  /** Milliseconds that the slowest of the five most connected entities takes to unfold. */
  async expand() {
    const { explorer, graph } = thut;
    const nodes = graph.ranked(explorer.visible).filter((node) => explorer.reach(node).unseen.length).slice(0, 5);
    let most = 0;
    for (const node of nodes) {
      const begun = performance.now();
      explorer.expand(node);
      most = Math.max(most, performance.now() - begun);
      explorer.travel("back");
      await new Promise(requestAnimationFrame);
    }
    return most;
  },
};
