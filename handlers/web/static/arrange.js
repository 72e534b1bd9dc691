// How choices stand on the page: the main one marked, short ways in one row, asides apart.

const SHORT = 14;
const MOST_OF_VIEW = 0.4;
const DONE = "c:done";
const DROP = "a:drop_";

const isAside = (choice) => choice.role === "aside";
const isShortWay = (row) =>
  row?.every(({ role, label }) => role.startsWith("go") && label.length <= SHORT);
const isDrop = (row) => row?.every(({ id }) => id.startsWith(DROP));

/** A row with answers and asides becomes one of each, and what ends a list one of its own. */
function split(row) {
  const done = row.filter(({ id }) => id === DONE);
  const asides = row.filter(isAside);
  const others = row.filter((choice) => !isAside(choice) && choice.id !== DONE);
  return [others, done, asides].filter((part) => part.length);
}

/** What leads on is the main choice: the ways of the first row, and what ends a list. */
function marked(row, first) {
  return row.map((choice) => {
    const isMain = choice.id === DONE || (first && choice.role === "go");
    return isMain ? { ...choice, role: `${choice.role} main` } : choice;
  });
}

/** The rows as they are drawn. */
export function arranged(rows) {
  const parts = rows.flatMap(split).map((row, at) => marked(row, at === 0));
  return parts.reduce((done, row) => {
    const alike = [isShortWay, isDrop].some((test) => test(row) && test(done.at(-1)));
    if (alike) done.at(-1).push(...row);
    else done.push([...row]);
    return done;
  }, []);
}

/** Ways on from a long page stay in view while it is read, where they leave room for it. */
export function staysInView(tray, reply) {
  tray.classList.remove("stays");
  const leadsOn = reply.rows.flat().some(({ role }) => role === "go");
  const room = MOST_OF_VIEW * tray.parentElement.clientHeight;
  const stays = leadsOn && reply.expects === "nothing" && tray.offsetHeight < room;
  tray.classList.toggle("stays", stays);
}
