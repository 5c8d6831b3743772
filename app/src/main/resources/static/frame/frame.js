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

// On a wide screen a row opens beside its list; the link stays a link for everybody else. Escape closes, j and k walk on.
const beside = document.getElementById("beside");
const roomy = window.matchMedia("(min-width: 1400px)");
let shown = null;

const show = (link) => {
  shown = link;
  document.querySelectorAll("tr.chosen").forEach((row) => row.classList.remove("chosen"));
  link.closest("tr").classList.add("chosen");
  beside.querySelector("a").href = link.href;
  htmx.ajax("GET", link.href, { target: "#beside-page", select: "main > *", swap: "innerHTML" }).then(() => {
    beside.hidden = false;
    beside.scrollTop = 0;
    beside.querySelectorAll("#beside-page [id]").forEach((part) => {
      if (document.querySelectorAll("#" + CSS.escape(part.id)).length > 1) part.removeAttribute("id");
    });
    const heading = beside.querySelector("#beside-page h1");
    if (heading) {
      heading.tabIndex = -1;
      heading.focus();
    }
  });
};

const close = () => {
  beside.hidden = true;
  document.getElementById("beside-page").replaceChildren();
  if (shown) {
    shown.closest("tr").classList.remove("chosen");
    shown.focus();
    shown = null;
  }
};

if (beside && window.htmx) {
  document.addEventListener("click", (event) => {
    const link = event.target.closest("[data-beside] tbody th a");
    if (link && roomy.matches && event.button === 0 && !event.ctrlKey && !event.metaKey && !event.shiftKey && !event.altKey) {
      event.preventDefault();
      show(link);
    }
  });
  beside.querySelector("button").addEventListener("click", close);
  document.addEventListener("keydown", (event) => {
    if (beside.hidden || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === "Escape") close();
    const step = { j: 1, k: -1 }[event.key];
    if (step && shown && !event.target.closest("input, textarea, select")) {
      const links = [...document.querySelectorAll("[data-beside] tbody th a")];
      const next = links[links.indexOf(shown) + step];
      if (next) {
        event.preventDefault();
        show(next);
      }
    }
  });
}
