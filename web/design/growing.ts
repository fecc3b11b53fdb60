const sizesItself = typeof CSS !== "undefined" && CSS.supports("field-sizing", "content");

/** Attachment: lets a textarea be as tall as its text, where the browser does not do it by itself. */
export const growing = (text: string) => (area: HTMLTextAreaElement) => {
  void text; // attached anew for every text, which is what measures it again
  if (sizesItself) return;
  area.style.height = "auto";
  area.style.height = `${area.scrollHeight + 3}px`;
};
