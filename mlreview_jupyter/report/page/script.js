// Comfort only: everything on this page reads and moves without it.
const folds = () => document.querySelectorAll("details");
const reveal = () => {
  const at = document.getElementById(decodeURIComponent(location.hash.slice(1)));
  for (let one = at; one; one = one.parentElement) if (one.tagName === "DETAILS") one.open = true;
  if (at) at.scrollIntoView();
};
addEventListener("hashchange", reveal);
reveal();
let shut = [];
addEventListener("beforeprint", () => {
  // On paper the scorecard and the files stay as the reader left them.
  shut = [...folds()].filter((one) => !one.open && !one.matches(".areas, .each, .aside, .aside *"));
  for (const one of shut) one.open = true;
});
addEventListener("afterprint", () => {
  for (const one of shut) one.open = false;
});
const button = document.createElement("button");
button.type = "button";
button.textContent = "Open all";
button.addEventListener("click", () => {
  const open = button.textContent === "Open all";
  for (const one of folds()) one.open = open;
  button.textContent = open ? "Close all" : "Open all";
});
document.getElementById("mlr-parts").append(button);
