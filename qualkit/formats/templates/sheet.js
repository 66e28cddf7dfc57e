"use strict";
// The page of quotes. `state` holds what the reviewer said; it is kept in the browser at every
// change, drawn on the page, and saved as a file on request. Nothing is ever sent.

const sheet = JSON.parse(document.getElementById("sheet").textContent);
const KEY = `qualkit-${sheet.sheet_id}`;
const state = { reviewer: "", answers: {}, unsaved: false };

const find = (id) => document.getElementById(id);
const items = [...document.querySelectorAll("article.quote")].map(itemOf);

function itemOf(article) {
  const words = article.querySelector(".words");
  return {
    id: article.dataset.id,
    article,
    radios: [...article.querySelectorAll("input[type=radio]")],
    remark: article.querySelector(".remark"),
    words,
    asked: words.defaultValue,
    text: fold([...article.querySelectorAll("h4, .said")].map((part) => part.textContent).join(" ")),
  };
}

function fold(text) {
  return text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
}

function say(template, values) {
  return template.replace(/\{(\w+)\}/g, (whole, name) => values[name] ?? whole);
}

function tell(words) {
  find("told").textContent = words;
}

// --- answers -------------------------------------------------------------------------------------

function answerTo(item) {
  return state.answers[item.id] ?? { decision: "", remark: "", quote: item.asked };
}

function isChanged(item) {
  return answerTo(item).quote.trim() !== item.asked.trim();
}

function isAnswered(item) {
  const answer = answerTo(item);
  return Boolean(answer.decision || answer.remark.trim() || isChanged(item));
}

function readItem(item) {
  const chosen = item.radios.find((radio) => radio.checked);
  state.answers[item.id] = {
    decision: chosen ? chosen.value : "",
    remark: item.remark.value,
    quote: item.words.value,
  };
  state.unsaved = true;
  keep();
  drawItem(item);
  drawProgress();
}

// --- keeping answers in the browser --------------------------------------------------------------

function keep() {
  try {
    localStorage.setItem(KEY, JSON.stringify(state));
    find("not-kept").hidden = true;
  } catch {
    find("not-kept").hidden = false;
  }
}

function recall() {
  try {
    take(JSON.parse(localStorage.getItem(KEY)) ?? {});
  } catch {
    find("not-kept").hidden = false;
  }
}

function take(kept) {
  const answers = Object.entries(kept.answers ?? {}).filter(([, answer]) => isAnswer(answer));
  Object.assign(state.answers, Object.fromEntries(answers));
  state.reviewer = String(kept.reviewer || state.reviewer);
  state.unsaved = Boolean(kept.unsaved);
}

function isAnswer(answer) {
  const keys = ["decision", "remark", "quote"];
  return Boolean(answer) && keys.every((key) => typeof answer[key] === "string");
}

// --- drawing -------------------------------------------------------------------------------------

function drawItem(item) {
  const answer = answerTo(item);
  const chosen = item.radios.find((radio) => radio.value === answer.decision);
  const said = chosen ? chosen.dataset.word : isAnswered(item) ? "…" : "";
  item.article.querySelector(".state").textContent = said && `✓ ${said}`;
  item.article.querySelector(".clear").hidden = !chosen;
  item.article.querySelector(".changed").hidden = !isChanged(item);
  item.article.classList.toggle("answered", isAnswered(item));
}

function fillItem(item) {
  const answer = answerTo(item);
  item.radios.forEach((radio) => { radio.checked = radio.value === answer.decision; });
  item.remark.value = answer.remark;
  item.words.value = answer.quote;
  item.article.querySelector(".own").open = isChanged(item);
  drawItem(item);
  [item.remark, item.words].forEach(grow);
}

function drawProgress() {
  const count = items.filter(isAnswered).length;
  find("progress").textContent = say(sheet.words.progress, { count, total: items.length });
  find("meter").value = count;
}

function drawAll() {
  find("reviewer").value = state.reviewer;
  items.filter((item) => state.answers[item.id]).forEach(fillItem);
  drawProgress();
}

// For browsers that do not fit a text area to its text themselves. It is a guess, since measuring
// thousands of them would take a minute.
function grow(area) {
  const lines = area.value.split("\n").map((line) => Math.ceil(line.length / 60) || 1);
  area.rows = Math.max(area.matches(".words") ? 3 : 1, lines.reduce((sum, each) => sum + each));
}

// --- finding quotes ------------------------------------------------------------------------------

function filter() {
  const wanted = {
    words: fold(find("search").value).split(/\s+/).filter(Boolean),
    theme: find("theme").value,
    label: find("label").value,
    state: find("state").value,
  };
  items.forEach((item) => { item.article.hidden = !fits(item, wanted); });
  document.querySelectorAll(".group, .theme").forEach(hideWhenEmpty);
  drawShown(Boolean(wanted.words.length || wanted.theme || wanted.label || wanted.state));
}

function fits(item, wanted) {
  const text = `${item.text} ${fold(answerTo(item).remark)}`;
  return wanted.words.every((word) => text.includes(word))
    && (!wanted.theme || item.article.dataset.theme === wanted.theme)
    && (!wanted.label || item.article.dataset.label === wanted.label)
    && fitsState(item, wanted.state);
}

function fitsState(item, wanted) {
  const answer = answerTo(item);
  switch (wanted) {
    case "": return true;
    case "open": return !isAnswered(item);
    case "answered": return isAnswered(item);
    case "remarked": return Boolean(answer.remark.trim());
    case "changed": return isChanged(item);
    default: return answer.decision === wanted;
  }
}

function hideWhenEmpty(part) {
  part.hidden = !part.querySelector("article.quote:not([hidden])");
}

function drawShown(isFiltered) {
  const count = items.filter((item) => !item.article.hidden).length;
  const told = count ? sheet.words.shown : sheet.words.none_shown;
  find("shown").textContent = isFiltered ? say(told, { count, total: items.length }) : "";
  find("all").hidden = !isFiltered;
}

function showAll() {
  document.querySelector(".find").reset();
  filter();
  find("search").focus();
}

function goToNextOpen() {
  const from = items.findIndex((item) => item.article.contains(lastFocused));
  const inOrder = [...items.slice(from + 1), ...items.slice(0, from + 1)];
  const next = inOrder.find((item) => !item.article.hidden && !isAnswered(item));
  if (!next) return tell(sheet.words.none_open);
  next.article.scrollIntoView({ block: "start" });
  next.radios[0].focus({ preventScroll: true });
}

// --- the file of answers -------------------------------------------------------------------------

function answersFile() {
  const answers = items.filter(isAnswered)
    .map((item) => ({ item_id: item.id, ...answerTo(item) }));
  const head = { sheet_id: sheet.sheet_id, title: sheet.title, reviewer: state.reviewer.trim() };
  return JSON.stringify({ ...head, answers }, null, 2);
}

function fileName() {
  const name = fold(state.reviewer).replace(/[^a-z0-9]+/g, "-").replace(/^-|-$/g, "");
  return `${[sheet.words.file, sheet.sheet_id, name].filter(Boolean).join("-")}.json`;
}

function save() {
  if (!state.reviewer.trim()) return askName();
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([answersFile()], { type: "application/json" }));
  link.download = fileName();
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
  state.unsaved = false;
  keep();
  tell(say(sheet.words.saved, { file: link.download }));
}

function askName() {
  tell(sheet.words.name_first);
  find("reviewer").focus();
}

async function load(event) {
  const [file] = event.target.files;
  event.target.value = "";
  if (!file) return;
  try {
    tell(takeFile(JSON.parse(await file.text())));
  } catch {
    tell(sheet.words.wrong_file);
  }
}

function takeFile(read) {
  if (read.sheet_id !== sheet.sheet_id) return sheet.words.other_sheet;
  const known = new Set(items.map((item) => item.id));
  const answers = read.answers.filter((each) => known.has(each.item_id) && isAnswer(each))
    .map(({ item_id, decision, remark, quote }) => [item_id, { decision, remark, quote }]);
  take({ reviewer: read.reviewer, answers: Object.fromEntries(answers), unsaved: state.unsaved });
  keep();
  drawAll();
  return say(sheet.words.loaded, { count: answers.length });
}

// --- what the reviewer does ----------------------------------------------------------------------

let lastFocused = null;

function listenTo(item) {
  item.article.addEventListener("input", (event) => {
    if (event.target.matches("textarea")) grow(event.target);
    readItem(item);
  });
  item.article.querySelector(".clear").addEventListener("click", () => {
    item.radios.forEach((radio) => { radio.checked = false; });
    item.radios[0].focus();
    readItem(item);
  });
  item.article.querySelector(".back").addEventListener("click", () => {
    item.words.value = item.asked;
    item.words.focus();
    readItem(item);
  });
  grow(item.words);
}

function listen() {
  items.forEach(listenTo);
  find("reviewer").addEventListener("input", () => {
    state.reviewer = find("reviewer").value;
    keep();
  });
  document.querySelector(".find").addEventListener("input", filter);
  document.querySelector(".find").addEventListener("submit", (event) => event.preventDefault());
  document.addEventListener("focusin", (event) => {
    if (event.target.closest("article.quote")) lastFocused = event.target;
  });
  find("all").addEventListener("click", showAll);
  find("next").addEventListener("click", goToNextOpen);
  find("save").addEventListener("click", save);
  find("load").addEventListener("change", load);
  window.addEventListener("beforeunload", (event) => {
    if (state.unsaved) event.preventDefault();
  });
}

recall();
drawAll();
listen();
