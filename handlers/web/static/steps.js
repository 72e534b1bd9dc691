// A proposal on the board: a step or a mark is sent, then the page is read anew.

async function send(path, body) {
  return fetch(path, {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify(body),
    signal: AbortSignal.timeout(15000),
  }).catch(() => null);
}

function flagged() {
  return [...document.querySelectorAll("input[name=flag]:checked")].map((box) => box.value);
}

async function take(button) {
  const form = button.closest(".steps");
  const value = (name) => form.querySelector(`[name=${name}]`)?.value ?? "";
  const said = form.querySelector("[role=status]");
  button.disabled = true;
  const answer = await send("/api/board/step", {
    draft: Number(form.dataset.draft),
    version: Number(form.dataset.version),
    step: button.dataset.step,
    words: value("words"),
    number: value("number"),
    day: value("day"),
    flags: flagged(),
  });
  if (answer?.ok) return location.reload();
  const found = await answer?.json().catch(() => null);
  said.textContent = found?.text ?? document.body.dataset.failed;
  button.disabled = false;
  button.focus();
}

async function mark(button) {
  button.disabled = true;
  const { clause, mark: to, draft } = button.dataset;
  const answer = await send("/api/board/mark", { draft: Number(draft), clause, mark: to });
  if (answer?.ok) return location.reload();
  const found = await answer?.json().catch(() => null);
  button.parentElement.querySelector("[role=status]").textContent =
    found?.text ?? document.body.dataset.failed;
  button.disabled = false;
  button.focus();
}

for (const button of document.querySelectorAll("button.step")) {
  button.addEventListener("click", () => take(button));
}
for (const button of document.querySelectorAll("button.mark")) {
  button.addEventListener("click", () => mark(button));
}
