import "./design/styles.ts";
import { mount } from "svelte";
import App from "./App.svelte";
import { fetchHome } from "./home/homes.ts";
import { guardLinks } from "./navigation/guard-links.ts";
import { keepScroll } from "./navigation/keep-scroll.ts";
import { askDevice, session, whenKnown } from "./session/session.svelte.ts";
import { startWords } from "./words/words.svelte.ts";

guardLinks(document);
keepScroll(window);
askDevice(() => import("./offline/recall.ts"));

// Her home is sent for while her words are on their way, and stands in the first drawing: on a slow phone each drawing
// costs a third of a second. It is waited for no longer than somebody waits without a sign.
const signless = 300;
let home: Promise<void> | undefined;
if (location.pathname === "/") whenKnown((actor) => void (home = fetchHome(actor)));

// A device that was here before loads its words beside the session; a new one waits to hear whose language
// it is, since two languages would weigh more than the page.
const arrival = session.load();
if (!(await startWords())) await arrival;
if (home) await Promise.race([home, new Promise((resolve) => setTimeout(resolve, signless))]);
mount(App, { target: document.getElementById("app")! });
