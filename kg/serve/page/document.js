// Shows the words that the address asks for, in the text and in the list of what words state.
for (const shown of [document.querySelector("article.asked"), document.querySelector("mark.asked")]) {
  shown?.scrollIntoView({ block: "center" });
}
document.documentElement.dataset.ready = "true";
