// Keeps the messages to this window.
window.told = [];
addEventListener("message", ({ data }) => told.push(data));

/** The credentials of each request of the page. */
window.asked = [];
const ask = window.fetch;
window.fetch = (address, manner) => {
  asked.push([String(address), manner?.credentials]);
  return ask(address, manner);
};
