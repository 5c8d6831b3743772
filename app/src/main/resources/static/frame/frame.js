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
