// The editor: Yasqe, which knows SPARQL, held to this page: nothing is stored, nobody else is asked.

import Yasqe from "@zazuko/yasqe";
import { bare } from "./form";
import { data, element, say } from "./page";

/** Terms of the ontology, by the letters that they begin with. */
const TERMS = {
  name: "thut",
  bulk: false,
  isValidCompletionPosition: (editor: Yasqe) => {
    const token = editor.getCompleteToken();
    return token.type !== "comment" && token.type !== "string" && !token.string.startsWith("?");
  },
  get: (_: Yasqe, token?: { string: string }) => {
    const begun = (token?.string ?? "").trim().toLowerCase();
    return data.terms.filter((term) => begun.length > 1 && (term.toLowerCase().startsWith(begun) || term.split(":")[1].toLowerCase().startsWith(begun)));
  },
};

export function createEditor(run: () => void): Yasqe {
  // Those for prefixes, classes and properties ask servers elsewhere.
  for (const name of Object.keys(Yasqe.Autocompleters)) if (name !== "variables") delete Yasqe.Autocompleters[name];
  Yasqe.registerAutocompleter(TERMS, false);
  Yasqe.defaults.autocompleters = [];
  // It would tell in English which keys complete; the line below the editor does in the reader's language.
  Yasqe.prototype.showNotification = () => undefined;
  const editor = new Yasqe(element("editor"), {
    value: "SELECT ?meeting ?name WHERE {\n  ?meeting a thut:Meeting ; rdfs:label ?name .\n} LIMIT 20\n",
    persistenceId: null,
    consumeShareLink: null,
    createShareableLink: null as never,
    showQueryButton: false,
    resizeable: false,
    editorHeight: "18em",
    prefixCcApi: null,
    autocompleters: ["variables", "thut"],
    screenReaderLabel: say("editor"),
    // Tab leaves the editor, as it leaves every other field.
    extraKeys: {
      "Ctrl-Enter": run, "Cmd-Enter": run,
      "Ctrl-Space": () => editor.autocomplete(),
      "Ctrl-/": () => editor.commentLines(),
      "Shift-Ctrl-F": () => editor.autoformat(),
      Tab: false, "Shift-Tab": false,
      Esc: () => (editor.getInputField() as HTMLElement).blur(),
    } as never,
  });
  // The server knows its prefixes; declared, the query is whole for everybody else, too.
  const declare = () => {
    const declared = editor.getPrefixesFromQuery();
    const used = [...bare(editor.getValue()).matchAll(/(?<![\w:-])([a-z]+):(?=\w)/g)].map(([, prefix]) => prefix);
    for (const prefix of new Set(used)) {
      if (!(prefix in declared) && prefix in data.prefixes) editor.addPrefixes({ [prefix]: data.prefixes[prefix] });
    }
  };
  editor.on("change", declare);
  declare();
  return editor;
}
