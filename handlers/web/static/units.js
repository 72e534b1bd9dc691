// The tree of units: a form sends one change; what is refused stands at its field.

function values(form) {
  const data = new FormData(form);
  const to = data.get("to");
  return {
    change: form.dataset.change,
    unit: Number(form.dataset.unit) || null,
    route: Number(form.dataset.route) || null,
    to: to ? Number(to) : null,
    name: data.get("name") ?? "",
    level: data.get("level") ?? "",
    letters: data.getAll("letters"),
    kind: data.get("kind") ?? "",
    since: data.get("since") ?? "",
    basis: data.get("basis") ?? "",
  };
}

async function send(form) {
  const said = form.querySelector("[role=status]");
  const button = form.querySelector("button");
  for (const wrong of form.querySelectorAll("[aria-invalid]")) wrong.removeAttribute("aria-invalid");
  button.disabled = true;
  const answer = await fetch(form.dataset.to ?? "/api/board/unit", {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify(values(form)),
    signal: AbortSignal.timeout(15000),
  }).catch(() => null);
  if (answer?.ok) {
    if (form.dataset.then) return location.assign(form.dataset.then);
    return location.reload();
  }
  const found = await answer?.json().catch(() => null);
  said.textContent = found?.text ?? document.body.dataset.failed;
  button.disabled = false;
  const wrong = found?.field ? form.querySelector(`[name="${found.field}"]`) : null;
  wrong?.setAttribute("aria-invalid", "true");
  (wrong ?? button).focus();
}

for (const form of document.querySelectorAll("form.edit")) {
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    send(form);
  });
}
