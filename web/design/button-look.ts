/** primary: the next thing, one a screen · outline: beside it · plain: quiet · icon: a picture alone, labelled. */
export type ButtonKind = "primary" | "outline" | "plain" | "icon";

/** The classes of buttons.css for a button's look. */
export const buttonLook = (kind: ButtonKind, { small = false, wide = false } = {}): string =>
  ["btn", kind !== "outline" && `btn--${kind}`, small && "btn--small", wide && "btn--wide"]
    .filter(Boolean)
    .join(" ");
