// Keeps what this window is told.
window.told = [];
addEventListener("message", ({ data }) => told.push(data));
