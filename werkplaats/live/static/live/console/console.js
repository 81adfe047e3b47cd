// The facilitator's screen. Follows the stream, draws its parts, and says in one polite place what happened.

import { t } from "../phone/texts.js";
import { Stream } from "../shared/stream.js";
import { count } from "../shared/words.js";
import { timeIsUp } from "../shared/clock.js";
import { askReason, askYes } from "./dialogs.js";
import { Lead } from "./lead.js";
import { headCount } from "./room.js";
import "./cards.js";
import "./plan.js";
import "./room.js";
import "./sense.js";
import "./step.js";

const config = JSON.parse(document.getElementById("config").textContent);
const parts = [...document.querySelectorAll("plan-list, now-panel, waiting-cards, shown-cards, statement-panel, landscape-panel, result-panel, room-tables, wall-choice")];
const here = (id) => document.getElementById(id);

// What the screen shows already is only said aloud.
let quiet = 0;
function says(sentence, problem = false, shown = true) {
  const place = here("zegt");
  place.textContent = sentence;
  place.classList.toggle("said--problem", problem);
  place.classList.toggle("said--shown", shown);
  clearTimeout(quiet);
  quiet = setTimeout(() => place.classList.remove("said--shown"), problem ? 12000 : 5000);
}

const lead = new Lead(config.session, { asks: askReason, says });
const ask = {
  async end() {
    const yes = await askYes(t("De avond sluiten?"), t("De telefoons gaan dicht en de woorden aan tafel zijn daarna alleen voor wie ze gaf. Dit kan niet terug. Het eerste verslag wordt gemaakt."), t("Sluit de avond"));
    if (yes) await lead.run({ do: "end" }, t("De avond is klaar."));
  },
};

const CONNECTION = {
  connecting: t("Verbinding zoeken. Wat je ziet kan even oud zijn."),
  offline: t("Geen verbinding. Alles wat binnen is, is bewaard. We proberen het steeds opnieuw."),
  refused: t("Deze regie is niet meer open in dit venster. Log opnieuw in en open de regie."),
};

// Whether cards of this part are still to come.
const expects = (room) => room.step.input.kind === "card" && room.step.stage === "open" && !Object.values(room.cards || {}).some((card) => card.step === room.step.n);

let waited = 0;
let told = { cards: 0, up: false };
function announce({ room, console: own }, now) {
  const cards = Object.keys(own.waiting || {}).length;
  const up = timeIsUp(room, now);
  if (cards > told.cards) says(count(cards, "kaart wacht.", "kaarten wachten."), false, false);
  else if (up && !told.up) says(t("De tijd van dit onderdeel is om."), false, false);
  told = { cards, up };
}

function draw(stream) {
  clearTimeout(waited);
  const connection = here("verbinding");
  const show = () => {
    connection.textContent = CONNECTION[stream.state] || "";
    connection.hidden = !connection.textContent;
  };
  if (stream.state === "connecting") waited = setTimeout(show, 3000);
  else show();
  const { room, console: own } = stream.views;
  if (!room || !own) return;
  here("mensen").textContent = headCount(own.seats);
  here("proef").hidden = !room.session.rehearsal;
  here("einde-knop").hidden = room.state !== "running" && room.state !== "paused";
  here("meedoen").hidden = room.state === "ended";
  here("meedoen").open = room.state === "waiting" || here("meedoen").dataset.opened === "1";
  const up = timeIsUp(room, stream.now());
  for (const part of parts) {
    part.wall = room.shows;
    if (part.localName === "waiting-cards") {
      part.quiet = up;
      part.hidden = !room.step || room.state === "ended" || !(Object.keys(own.waiting || {}).length || expects(room));
    }
    part.update(stream, lead, ask);
  }
  document.querySelector(".console").classList.remove("is-waiting");
}

const stream = new Stream(config.session, "console");
stream.subscribe((now) => {
  draw(now);
  if (now.views.room && now.views.console) announce(now.views, now.now());
});
setInterval(() => stream.views.room && draw(stream), 5000);

here("einde-knop").addEventListener("click", ask.end);
here("meedoen").addEventListener("click", () => (here("meedoen").dataset.opened = here("meedoen").open ? "0" : "1"));
here("gevaar-knop").addEventListener("click", () => here("gevaar").showModal());
here("zonder-slot").hidden = window.isSecureContext;
