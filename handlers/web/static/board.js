// The board: one tap reminds those who have not reported; what came of it stands beside it.

async function nudge(button) {
  const said = button.parentElement.querySelector("[role=status]");
  button.disabled = true;
  const answer = await fetch("/api/board/nudge", {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify({ duty: Number(button.dataset.duty) }),
    signal: AbortSignal.timeout(15000),
  }).catch(() => null);
  const found = await answer?.json().catch(() => null);
  said.textContent = found?.text ?? document.body.dataset.failed;
  button.disabled = Boolean(answer?.ok);
  if (!answer?.ok) button.focus();
}

for (const button of document.querySelectorAll("button.nudge")) {
  button.addEventListener("click", () => nudge(button));
}
