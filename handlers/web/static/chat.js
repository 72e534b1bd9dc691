// The chat page: loads what was said, sends what is said, shows what comes.

import { drawOwn, drawReply, markOwn, redraw } from "./bubbles.js";
import { Composer } from "./composer.js";
import { byId, word } from "./dom.js";
import { Notices } from "./notices.js";
import { Files } from "./files.js";
import { follow, startTurn, toEnd } from "./scroll.js";
import { Stream } from "./stream.js";
import { showFinding, showProgress } from "./summary.js";
import { closeTray, fillTray, focusTray, leads } from "./tray.js";
import { leftBehind, newUpdate, Unsent } from "./unsent.js";

const RELOAD_MS = 2000;
const START = { update: "start", body: { text: "/start" }, silent: true };
const notices = new Notices();
const composer = new Composer({ onSay: (text) => say({ text }, { shown: text }), notices });
const stream = new Stream({ onReply: receive, onReturn: comeBack });
const unsent = new Unsent({ onDone, onWait, onFail, onSession });
const files = new Files({ show: showFile, settle: settleFile });
const lines = new Map();
let leading = null;
let byKeyboard = false;
let redrawAfter = false;

function typing(on) {
  byId("typing").hidden = !on;
}

function show(reply) {
  const line = drawReply(reply, tap);
  if (reply.unasked) return line;
  if (reply.progress || leads(reply)) showProgress(reply.progress);
  if (reply.progress || reply.tone !== "plain" || reply.clauses.length) showFinding(reply);
  if (leads(reply)) {
    leading = reply;
    fillTray(reply, tap);
    composer.expect(reply.expects);
    files.expect(reply.expects);
  }
  return line;
}

function receive(reply) {
  if (reply.language !== document.documentElement.lang && changeLanguage(reply.language)) return;
  typing(false);
  follow(() => show(reply));
  if (byKeyboard && leads(reply)) {
    if (!focusTray()) composer.focus();
    byKeyboard = false;
  }
}

/** Load the page anew in another language; false where that was tried and is not to be had. */
function changeLanguage(language) {
  const wanted = `kipthoi_language=${encodeURIComponent(language)}`;
  if (document.cookie.split("; ").includes(wanted)) return false;
  document.cookie = `${wanted}; path=/; max-age=${365 * 24 * 3600}; samesite=strict`;
  location.reload();
  return true;
}

function say(body, { shown = null, quiet = false } = {}) {
  const item = { update: newUpdate(), body, shown, at: Date.now(), silent: quiet };
  if (!quiet) present(item);
  unsent.add(item);
}

function present(item) {
  const line = drawOwn(item.shown);
  lines.set(item.update, line);
  markOwn(line, "waiting");
  startTurn(line);
  typing(true);
}

function tap({ choice, token, label, quiet, keyboard }) {
  if (!quiet) closeTray();
  byKeyboard = keyboard && !quiet;
  say({ tap: { choice, token } }, { shown: label, quiet });
}

function showFile(name) {
  const line = drawOwn(name);
  markOwn(line, "waiting", word("sending"));
  startTurn(line);
  return line;
}

function settleFile(line, why) {
  follow(() => markOwn(line, why === null ? null : "failed", why ?? ""));
  if (!stream.source && !document.hidden) stream.open();
}

function onDone(item) {
  notices.set("failing", "");
  const line = lines.get(item.update);
  if (line) markOwn(line, null);
  lines.delete(item.update);
  // the page that is opened next is a stranger's
  if (item.body.tap?.choice.startsWith("c:sign_out:")) location.reload();
  if (redrawAfter && !unsent.items.length) {
    redrawAfter = false;
    comeBack({ anyway: true });
  }
  if (!stream.source && !document.hidden) stream.open();
}

function onWait({ item, status, tries }) {
  typing(false);
  const text = status ? "notsaved" : navigator.onLine ? "retrying" : "offline";
  const buttons = [[word("again"), () => unsent.wake()]];
  if (tries > 3 && !item.silent) buttons.push([word("drop"), () => unsent.drop()]);
  notices.set("failing", word(text), buttons);
  const line = lines.get(item.update);
  if (line) markOwn(line, "waiting", word("sending"));
}

function onFail(item) {
  notices.set("failing", "");
  typing(false);
  const line = lines.get(item.update);
  if (line) markOwn(line, "failed", word("refused"));
  if (leading) fillTray(leading, tap);
}

function onSession() {
  typing(false);
  notices.set("session", word("session"), [[word("reload"), () => location.reload()]]);
}

async function transcript() {
  const answer = await fetch("/api/lines");
  if (!answer.ok) throw new Error(String(answer.status));
  return answer.json();
}

function drawAll(found) {
  byId("board").hidden = !found.board;
  stream.close();
  redraw(() => found.lines.forEach((line) => (line.said ? drawOwn(line.said) : show(line))));
  stream.last = found.last; // what came meanwhile was wiped, and comes again
  stream.open();
  toEnd();
}

/** Back after a while: another window of this browser may have gone on with the talk. */
async function comeBack({ anyway = false } = {}) {
  const found = await transcript().catch(() => null);
  const behind = anyway || found?.last !== stream.last;
  if (found && behind && !unsent.items.length) drawAll(found);
  else stream.open();
}

async function begin() {
  try {
    const found = await transcript();
    drawAll(found);
    notices.set("loading", "");
    // the transcript may hold what an earlier page sent without hearing the answer
    redrawAfter = leftBehind().length > 0;
    for (const item of leftBehind()) unsent.add(item);
    for (const item of unsent.items) if (!item.silent) present(item);
    if (!found.lines.length) unsent.add({ ...START, at: Date.now() });
    unsent.start();
  } catch {
    notices.set("loading", word("unloaded"));
    setTimeout(begin, RELOAD_MS);
  }
}

/** An invitation's code stands behind the address's #, which no server is sent. */
function offerCode() {
  const given = /^#code=([A-Z2-9]{10})$/.exec(location.hash);
  if (!given) return;
  history.replaceState(null, "", location.pathname);
  composer.offer(`/start ${given[1]}`);
}

begin();
offerCode();
addEventListener("hashchange", offerCode);
if (matchMedia("(pointer: fine)").matches) composer.focus();
