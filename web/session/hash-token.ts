/** The one-time token after `#`, taken out of the address so that it is neither shared nor kept in the history. */
export const hashToken = (): string => hashLink().token;

/** The token, and where to go once it opened: `#TOKEN&to=/review/…`, a path of ours or the home page. */
export function hashLink(): { token: string; to: string } {
  const [token = "", ...rest] = location.hash.slice(1).split("&to=");
  if (token) history.replaceState(history.state, "", location.pathname + location.search);
  return { token, to: pathOfOurs(rest.join("&to=")) };
}

/** Never another site: "//elsewhere" and "/\\elsewhere" look like paths and are none. */
const pathOfOurs = (to: string): string => (/^\/(?![/\\])/.test(to) ? to : "/");
