/* <wp-join>: from a code to a seat, one question at a time. */
import { button, fresh, h } from "../phone/dom.js";
import { field, heading, icon, pick } from "../phone/parts.js";
import { codewords, tables } from "../phone/panels.js";
import { keepDoor, keepSeat, readDoor, readSeat } from "../phone/seat.js";
import { t } from "../phone/texts.js";

const VIEWPOINTS = [
  ["resident", () => t("bewoner")],
  ["experience_expert", () => t("ervaringsdeskundige")],
  ["volunteer", () => t("vrijwilliger")],
  ["professional", () => t("professional")],
  ["policy", () => t("beleid")],
  ["education", () => t("onderwijs")],
  ["research", () => t("onderzoek")],
  ["student", () => t("student")],
];

/** What a link on a card, a table sign or the wall says: {kaart?, zaal?, tafel?}. */
export function fromHash(hash) {
  const said = new URLSearchParams(hash.replace(/^#/, ""));
  const card = (said.get("kaart") || "").replace(/[-+\s]+/g, " ").trim();
  return { card, room: (said.get("zaal") || "").trim(), table: Number(said.get("tafel")) || null };
}

/** Four words as they are kept: lower case, one space between. */
export function codeOf(text) {
  return text.toLowerCase().split(/[^\p{L}]+/u).filter(Boolean).join(" ");
}

/** Six signs in one go can only be the code on the big screen: a code of one's own is four words. */
export function isRoomCode(text) {
  return /^[a-z0-9]{6}$/i.test(text);
}

class Join extends HTMLElement {
  connectedCallback() {
    [this.head, this.main, this.foot] = this.children;
    const { card, room, table } = fromHash(location.hash);
    if (location.hash) history.replaceState(null, "", location.pathname);
    const seat = readSeat();
    if (seat && !card && !room && (!seat.code || seat.written)) return location.replace(this.dataset.phone);
    this.given = { personal_code: card, room_code: room, table, name: "", sixteen: null, viewpoints: [], first_time: null, municipality: "" };
    this.foot.addEventListener("click", (event) => this.foot.contains(event.target) && event.target.dataset.panel && this.aside(event.target.dataset.panel));
    if (seat && !card && !room) {
      this.where(seat.evening);
      this.newCode(seat.code);
    } else if (card || room) this.look().then((problem) => (problem ? this.code(problem) : this.begin()));
    else this.resume(readDoor());
    return undefined;
  }

  /** Where a reload had come at the door. */
  async resume(door) {
    if (!door) return this.code();
    Object.assign(this.given, door.given);
    this.asksCard = door.asksCard;
    if (!(await this.look())) return this.next();
    keepDoor(null);
    Object.assign(this.given, { personal_code: "", room_code: "" });
    return this.code();
  }

  keep() {
    const { personal_code: card, room_code: room, table } = this.given;
    keepDoor({ given: { personal_code: card, room_code: room, table }, asksCard: this.asksCard });
  }

  /** Which evening this is, and that it is a trial when it is. */
  where(evening) {
    const place = this.head.querySelector("[data-where]");
    if (!place || !evening) return;
    place.textContent = evening.theme;
    const mark = this.head.querySelector(".rehearsal");
    if (mark) mark.remove();
    if (evening.rehearsal) place.before(h("span", { class: "rehearsal" }, t("Proefsessie")));
  }

  show(element, first = false) {
    this.main.textContent = "";
    this.main.append(element);
    this.back = element;
    const title = element.querySelector("h1");
    document.title = `${t("Meedoen")}: ${title.textContent} - Werkplaats`;
    if (first) return;
    scrollTo(0, 0);
    title.focus({ preventScroll: true });
  }

  /** Paper or help, then back to where one was. */
  aside(name) {
    const here = this.back;
    const lines = document.getElementById(name);
    const title = name === "papier" ? t("Liever op papier?") : t("Hulp");
    const page = h("div", { class: "phone-form" }, heading(title), h("div", { class: "stack" }, lines.content.cloneNode(true)), button(t("Terug"), "secondary-action", () => this.show(here), icon("arrow-left")));
    this.show(page);
  }

  async post(url, body) {
    let answer;
    try {
      answer = await fetch(url, { method: "POST", headers: { "content-type": "application/json", "x-csrftoken": this.dataset.csrf }, body: JSON.stringify(body) });
    } catch {
      return { problem: { title: t("We krijgen geen verbinding. Wat je typte, blijft staan. Probeer het zo nog eens.") } };
    }
    const data = await answer.json().catch(() => ({}));
    if (answer.ok) return { data };
    return { problem: { status: answer.status, ...data, title: data.title || t("Dat lukte niet. Probeer het zo nog eens, of vraag het aan de deur.") } };
  }

  /** Finds the evening behind a code. Returns the problem, or null. */
  async look() {
    const { personal_code: card, room_code: room } = this.given;
    const { data, problem } = await this.post(this.dataset.find, { ...(card ? { personal_code: card } : {}), ...(room ? { room_code: room } : {}) });
    if (problem) return problem;
    this.found = data;
    this.where({ theme: data.gathering.theme, rehearsal: data.rehearsal });
    this.keep();
    return null;
  }

  /* 1. A code */

  code(problem = null, kind = "") {
    const wants = kind || (problem && problem.field === "room_code" ? "room" : this.given.room_code && !this.given.personal_code ? "room" : "card");
    return wants === "room" ? this.roomCode(problem) : this.cardCode(problem);
  }

  cardCode(problem) {
    const box = field({ label: t("Jouw code"), hint: t("Vier woorden met een spatie ertussen, of de code van het grote scherm. Hoofdletters maken niet uit."), value: this.given.typed || this.given.personal_code, name: "code", autocapitalize: "none", spellcheck: "false", enterkeyhint: "go" });
    const say = async (event) => {
      event.preventDefault();
      if (isRoomCode(box.text)) return this.roomGiven(box.text, form);
      this.given.typed = box.box.value;
      this.given.personal_code = codeOf(box.text);
      if (!this.given.personal_code) return box.complain(t("Typ de vier woorden van je kaart."));
      const found = await this.asking(form, () => this.look());
      if (!found) return this.next();
      if (found.field === "room_code") return this.roomCode(found);
      wrong(form, box, found.title);
    };
    const form = h("form", { class: "phone-form", onsubmit: say, novalidate: true }, box, button(t("Verder"), "primary-action"));
    const other = this.found || this.given.room_code
      ? button(t("Ik heb geen code"), "secondary-action", () => { this.given.personal_code = ""; this.asksCard = false; this.next(); })
      : button(t("Geen kaart? Typ de code van de zaal"), "subtle", () => this.roomCode());
    this.show(
      h(
        "div",
        { class: "phone-form" },
        heading(t("Welkom"), h("p", null, t("Op je kaart staan vier woorden. Dat is jouw code. Scan de kaart met je camera, of typ de woorden hieronder."))),
        form,
        other,
        h("p", null, t("Lukt het niet? Vraag het aan de deur. Meepraten kan altijd, ook zonder code."), " ", h("span", { class: "soft" }, t("Geen account en geen e-mail nodig."))),
      ),
      !this.back,
    );
    if (problem) wrong(form, box, problem.title);
  }

  /** The code of the room, typed in the box for four words. */
  async roomGiven(text, form) {
    Object.assign(this.given, { room_code: text.toUpperCase(), personal_code: "", typed: "" });
    const found = await this.asking(form, () => this.look());
    return found ? this.roomCode(found) : this.next();
  }

  roomCode(problem) {
    const box = field({ label: t("De code van de zaal"), hint: t("Die staat op het grote scherm en bij de deur."), value: this.given.room_code, name: "zaal", autocapitalize: "characters", spellcheck: "false", enterkeyhint: "go" });
    const say = async (event) => {
      event.preventDefault();
      this.given.room_code = box.text.toUpperCase().replace(/\s+/g, "");
      if (!this.given.room_code) return box.complain(t("Typ de code die op het grote scherm staat."));
      const found = await this.asking(form, () => this.look());
      if (found) return wrong(form, box, found.title);
      this.next();
    };
    const form = h("form", { class: "phone-form", onsubmit: say, novalidate: true }, box, button(t("Verder"), "primary-action"));
    this.show(
      h("div", { class: "phone-form" }, heading(t("Welkom"), h("p", null, t("Zonder kaart kun je ook meedoen. Je krijgt dan een nieuwe code voor jezelf."))), form, button(t("Ik heb wel een kaart"), "subtle", () => this.cardCode()), h("p", { class: "soft" }, t("Geen account en geen e-mail nodig."))),
      !this.back,
    );
    if (problem) wrong(form, box, problem.title);
  }

  /** A phone that sits here already only moves, unless somebody else takes it over. */
  begin() {
    const seat = readSeat();
    if (this.given.personal_code || !seat || seat.session !== this.found.session) return this.next();
    const go = () => {
      if (this.given.table) keepSeat({ ...seat, goes_to: this.given.table });
      if (seat.code && !seat.written) return this.newCode(seat.code);
      return location.assign(this.dataset.phone);
    };
    return this.show(
      h(
        "div",
        { class: "phone-form" },
        heading(t("Je doet al mee"), this.given.table && h("p", null, t("Je gaat naar tafel {n}.", { n: this.given.table }))),
        h("div", { class: "buttons" }, button(t("Naar de zaal"), "primary-action", go, null, { type: "button" }), button(t("Iemand anders doet mee op deze telefoon"), "secondary-action", () => this.next())),
      ),
    );
  }

  async asking(form, work) {
    const submit = form.querySelector("[type=submit]");
    submit.setAttribute("aria-disabled", "true");
    const answer = await work();
    submit.removeAttribute("aria-disabled");
    return answer;
  }

  /* 2. Then the questions, in this order */

  next() {
    if (!this.given.personal_code && this.asksCard === undefined) return this.haveCode();
    const { known, table } = this.found;
    if (!known || !table || (this.given.table && this.given.table !== table)) return this.table();
    this.given.table = table;
    return this.join();
  }

  haveCode() {
    this.asksCard = true;
    this.show(
      h(
        "div",
        { class: "phone-form" },
        heading(t("Heb je al een code?"), h("p", null, t("Op een kaart met vier woorden. Van vanavond, of van een eerdere keer."))),
        h(
          "div",
          { class: "weigh" },
          button(t("Ja, ik heb vier woorden"), "secondary-action", () => this.cardCode()),
          button(t("Nee, ik heb geen code"), "secondary-action", () => { this.asksCard = false; this.keep(); this.table(); }),
        ),
      ),
    );
  }

  table(problem = null) {
    const chosen = tables(this.found.tables, this.given.table, (n) => { this.given.table = n; complain(""); });
    const name = field({ label: t("Je voornaam"), value: this.given.name, optional: true, change: (text) => (this.given.name = text.trim()), autocomplete: "given-name" });
    const complain = (sentence) => {
      const old = form.querySelector(".tables-error");
      if (old) old.remove();
      if (!sentence) return;
      chosen.after(h("p", { class: "error tables-error" }, icon("triangle-alert"), h("span", null, sentence)));
      chosen.querySelector("input").focus();
    };
    const say = (event) => {
      event.preventDefault();
      if (!this.given.table) return complain(t("Kies eerst je tafel. Je kunt later wisselen."));
      return this.found.known ? this.join() : this.age();
    };
    const form = h(
      "form",
      { class: "phone-form", onsubmit: say, novalidate: true },
      chosen,
      name,
      this.found.municipal && h("p", null, t("Hier zitten ook mensen van de gemeente. Zij lezen jouw woorden vanavond alleen als jij die met hen deelt. Daarna niet meer. In het verslag staat alleen waar jij ja op zei.")),
      button(this.found.known ? t("Ik doe mee") : t("Verder"), "primary-action"),
    );
    this.show(h("div", { class: "phone-form" }, heading(t("Aan welke tafel zit je?")), form));
    if (problem) (problem.field === "name" ? name.complain(problem.title) : complain(problem.title));
  }

  age() {
    const say = (yes) => {
      this.given.sixteen = yes;
      if (yes) return this.viewpoint();
      this.show(h("div", { class: "phone-form" }, heading(t("Fijn dat je er bent"), h("p", null, t("Dan kun je gewoon meepraten. We bewaren jouw woorden alleen als je ouder of verzorger dat goed vindt."))), button(t("Verder"), "primary-action", () => this.viewpoint()), this.returns(() => this.age())));
      return undefined;
    };
    this.show(
      h(
        "div",
        { class: "phone-form" },
        heading(t("Ben je 16 jaar of ouder?")),
        h("div", { class: "yesno" }, button(t("Ja"), "secondary-action", () => say(true)), button(t("Nee"), "secondary-action", () => say(false))),
        this.returns(() => this.table()),
      ),
    );
  }

  viewpoint() {
    const legend = t("Van waaruit kijk jij vandaag?");
    const picks = VIEWPOINTS.map(([code, words]) => pick("checkbox", "invalshoek", code, words(), { checked: this.given.viewpoints.includes(code) }));
    const say = (event) => {
      event.preventDefault();
      this.given.viewpoints = [...form.querySelectorAll(":checked")].map((tick) => tick.value);
      this.firstTime();
    };
    const form = h("form", { class: "phone-form", onsubmit: say }, h("fieldset", null, h("legend", { class: "visually-hidden" }, legend), picks), button(t("Verder"), "primary-action"));
    this.show(h("div", { class: "phone-form" }, heading(legend, h("p", null, t("Kies wat past, meer mag. Overslaan mag ook. Dit staat nooit bij jouw woorden."))), form, this.returns(() => this.age())));
  }

  firstTime() {
    const answers = [["yes", t("Ja")], ["no", t("Nee")], ["unknown", t("Weet ik niet")]];
    const where = this.found.municipalities.length ? municipality(this.found.municipalities, this.given.municipality) : null;
    const say = (code) => {
      this.given.first_time = code;
      this.given.municipality = where ? where.querySelector("select").value : "";
      this.join();
    };
    this.show(
      h(
        "div",
        { class: "phone-form" },
        where && heading(t("Nog twee vragen"), h("p", null, t("We tellen alleen hoeveel mensen er komen. Dit staat nooit bij jouw code."))),
        where,
        where ? h("h2", null, t("Was je sinds september al eens bij de Werkplaats?")) : heading(t("Was je sinds september al eens bij de Werkplaats?"), h("p", null, t("We tellen alleen hoeveel mensen er komen."))),
        h("div", { class: "weigh" }, answers.map(([code, words]) => button(words, "secondary-action", () => say(code)))),
        h("div", { class: "row between" }, this.returns(() => this.viewpoint()), button(t("Overslaan"), "subtle", () => say(null))),
      ),
    );
  }

  returns(to) {
    return button(t("Terug"), "subtle", to, icon("arrow-left"));
  }

  /* 3. A seat */

  async join() {
    const { personal_code: card, room_code: room, table, name, sixteen, viewpoints, first_time: first, municipality: place } = this.given;
    const body = { table, name, sixteen: sixteen !== false, viewpoints, first_time: first, ...(place ? { municipality: place } : {}), ...(card ? { personal_code: card } : {}), ...(room ? { room_code: room } : {}) };
    const { data, problem } = await this.post(this.dataset.join, body);
    if (problem) return this.refused(problem);
    keepDoor(null);
    const { gathering, rehearsal } = this.found;
    const own = data.code ? { code: data.code, evening: { theme: gathering.theme, rehearsal } } : {};
    if (!keepSeat({ session: data.session, seat: data.seat, token: data.token, expires: data.expires, table, ...own })) {
      return this.show(h("div", { class: "phone-form" }, heading(t("Deze telefoon bewaart niets"), h("p", null, t("Zet de privéstand van je browser uit, of vraag een helper. Meepraten kan altijd.")))));
    }
    if (data.code) return this.newCode(data.code);
    location.assign(this.dataset.phone);
    return undefined;
  }

  refused(problem) {
    if (problem.status !== 409 && ["personal_code", "room_code"].includes(problem.field)) return this.code(problem, problem.field === "room_code" ? "room" : "card");
    if (["table", "name"].includes(problem.field)) return this.table(problem);
    const again = button(t("Probeer opnieuw"), "primary-action", () => this.join());
    this.show(h("div", { class: "phone-form" }, heading(t("Dat lukt nu niet")), h("p", { class: "note note--warn" }, problem.title), again, this.returns(() => this.table())));
    return undefined;
  }

  newCode(code) {
    const written = () => {
      keepSeat({ ...readSeat(), written: true });
      location.assign(this.dataset.phone);
    };
    this.show(
      h(
        "div",
        { class: "phone-form" },
        heading(t("Dit is jouw code"), h("p", null, t("Schrijf deze vier woorden op je kaart of op papier. Alleen met deze woorden kun jij later jouw inbreng terugvinden, minder delen of terugnemen. Wij kunnen ze niet opzoeken."))),
        codewords(code),
        button(t("Ik heb ze opgeschreven"), "primary-action", written),
      ),
    );
  }
}

/** Where somebody lives, from the list of the network; nothing is an answer too. */
function municipality(names, chosen) {
  const id = fresh("gemeente");
  const options = [["", t("Kies, of sla over")], ...names.map((name) => [name, name]), ["elders", t("Ergens anders")]];
  return h(
    "div",
    { class: "utrecht-form-field field" },
    h("label", { class: "utrecht-form-label", for: id }, t("In welke gemeente woon je?"), h("span", { class: "soft optional" }, ` (${t("mag, hoeft niet")})`)),
    h("select", { id, class: "utrecht-textbox" }, options.map(([value, words]) => h("option", { value, selected: value === chosen }, words))),
  );
}

function wrong(form, box, sentence) {
  box.complain(sentence);
  form.querySelector("[type=submit]").textContent = t("Probeer opnieuw");
}

customElements.define("wp-join", Join);
