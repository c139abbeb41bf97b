// What is asked of the program, and what its answers mean.

const words = document.body.dataset;

const OUTLIVING = 60_000; // bytes up to which a browser sends on what a page asks that is closed

/** Return what the program says; an error has the status of an answer that says nothing. */
export async function fetched(address) {
  const answer = await answered(address);
  if (!answer.ok) throw Object.assign(new Error(address), { status: answer.status });
  return answer.json();
}

export function ask(address, changes) {
  const body = JSON.stringify(changes ?? []);
  return answered(address, {
    method: "POST",
    headers: { "Content-Type": "application/json", "X-Token": words.token },
    body,
    keepalive: new Blob([body]).size < OUTLIVING,
  });
}

/** Ask for changes; those whose answer got lost are asked for once more, by a number under which the
 * program writes them once. */
export async function askOnce(address, changes) {
  const numbered = `${address}&number=${crypto.randomUUID()}`;
  return ask(numbered, changes).catch(() => ask(numbered, changes));
}

/** Return an answer; the error of one that does not come has the status 0. */
async function answered(address, told) {
  try {
    return await fetch(address, told);
  } catch (error) {
    throw Object.assign(error, { status: 0 });
  }
}

export function meant(status) {
  return { 403: words.reopened, 404: words.gone }[status];
}
