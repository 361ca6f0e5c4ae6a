/** Names for the editor's text areas, and a way by keyboard into what scrolls: it comes without either. */
export function makeReadable(root: Element): () => void {
  const complete = () => {
    for (const area of root.querySelectorAll(".CodeMirror textarea:not([aria-label])"))
      area.setAttribute("aria-label", area.closest("[aria-label]")?.getAttribute("aria-label") ?? "Editor");
    for (const scroll of root.querySelectorAll(".CodeMirror-scroll[tabindex='-1']"))
      scroll.setAttribute("tabindex", "0");
  };
  complete();
  const observer = new MutationObserver(complete);
  observer.observe(root, { childList: true, subtree: true });
  return () => observer.disconnect();
}
