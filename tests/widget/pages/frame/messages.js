// Keeps what this window is told.
window.told = [];
addEventListener("message", ({ data }) => told.push(data));

/** With which credentials the page has asked for what. */
window.asked = [];
const ask = window.fetch;
window.fetch = (address, manner) => {
  asked.push([String(address), manner?.credentials]);
  return ask(address, manner);
};
