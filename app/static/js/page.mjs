// What every page does when scripts run; without them a page does the same, with more steps.
import { listenForDraft } from "./page/arrived.mjs";
import { foldMenuOnEscape } from "./page/menu.mjs";
import { startWorker } from "./page/worker.mjs";

foldMenuOnEscape();
listenForDraft();
startWorker();
