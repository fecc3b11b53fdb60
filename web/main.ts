import "./design/styles.ts";
import { mount } from "svelte";
import App from "./App.svelte";
import { fetchHome } from "./home/homes.ts";
import { guardLinks } from "./navigation/guard-links.ts";
import { keepScroll } from "./navigation/keep-scroll.ts";
import { session, whenKnown } from "./session/session.svelte.ts";
import { startWords } from "./words/words.svelte.ts";

guardLinks(document);
keepScroll(window);

// Her home is sent for while her words are on their way.
if (location.pathname === "/") whenKnown(fetchHome);

// A device that was here before loads its words beside the session; a new one waits to hear whose language
// it is, since two languages would weigh more than the page.
const arrival = session.load();
if (!(await startWords())) await arrival;
mount(App, { target: document.getElementById("app")! });
