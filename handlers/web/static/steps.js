// A proposal on the board: a step or a mark is sent, then the page is read anew.

async function send(path, body, file = null) {
  const line = JSON.stringify(body);
  const named = file ? { "X-File-Name": encodeURIComponent(file.name) } : {};
  const type = file ? "application/octet-stream" : "application/json";
  return fetch(path, {
    method: "POST",
    headers: { "Content-Type": type, ...named },
    // the file stands behind its line
    body: file ? new Blob([line, "\n", file]) : line,
    signal: AbortSignal.timeout(file ? 310000 : 15000),
  }).catch(() => null);
}

function flagged() {
  return [...document.querySelectorAll("input[name=flag]:checked")].map((box) => box.value);
}

async function take(button) {
  const form = button.closest(".steps");
  const field = (name) => form.querySelector(`[name="${name}"]`);
  const value = (name) => field(name)?.value ?? "";
  const said = form.querySelector("[role=status]");
  const step = button.dataset.step;
  const file = step === "decide" ? field("file")?.files[0] : null;
  for (const wrong of form.querySelectorAll("[aria-invalid]")) wrong.removeAttribute("aria-invalid");
  button.disabled = true;
  const answer = await send(
    file ? "/api/board/decide" : "/api/board/step",
    {
      draft: Number(form.dataset.draft),
      version: Number(form.dataset.version),
      step,
      words: value("words"),
      number: value("number"),
      day: value("day"),
      flags: flagged(),
    },
    file,
  );
  if (answer?.ok) return location.reload();
  const found = await answer?.json().catch(() => null);
  said.textContent = found?.text ?? document.body.dataset.failed;
  button.disabled = false;
  const wrong = found?.field ? field(found.field) : null;
  wrong?.setAttribute("aria-invalid", "true");
  (wrong ?? button).focus();
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
