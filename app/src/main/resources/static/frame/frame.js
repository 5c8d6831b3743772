// "/" leads to the search, unless one is writing.
document.addEventListener("keydown", (event) => {
  const find = document.getElementById("find");
  const writing = event.target.closest("input, textarea, select, [contenteditable]");
  if (event.key === "/" && find && !writing && !event.ctrlKey && !event.metaKey && !event.altKey) {
    event.preventDefault();
    find.focus();
    find.select();
  }
});

// What stands beside the text on a desk stands above it on a phone: closed there, or one would scroll past it on every page.
if (window.matchMedia("(max-width: 720px)").matches) {
  document.querySelectorAll('details[data-phone="closed"]').forEach((part) => part.removeAttribute("open"));
}
