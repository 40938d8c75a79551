// Without this file everything works, by loading pages. With it, what changes a page is put into the page that is there.
"use strict";

const parser = new DOMParser();

function swap(text, address, keepPlace) {
  const next = parser.parseFromString(text, "text/html");
  const main = next.getElementById("main");
  if (!main) {
    location.assign(address);
    return;
  }
  const place = window.scrollY;
  document.getElementById("main").replaceWith(main);
  document.title = next.title;
  if (address !== location.href) {
    history.replaceState(null, "", address);
  }
  if (keepPlace) {
    window.scrollTo(0, place);
  }
  const told = document.getElementById("told");
  if (told && told.textContent.trim()) {
    told.setAttribute("tabindex", "-1");
    told.focus({ preventScroll: true });
    told.classList.add("floating");
  }
  prepare();
}

// Whether the browser itself is to send what is submitted.
let plain = false;

async function send(form, submitter) {
  const data = new FormData(form, submitter);
  const file = form.enctype === "multipart/form-data";
  form.setAttribute("aria-busy", "true");
  let answer;
  try {
    answer = await fetch(form.action, {
      method: "POST",
      body: file ? data : new URLSearchParams(data),
    });
  } catch {
    form.removeAttribute("aria-busy");
    plain = true;
    form.requestSubmit(submitter);
    plain = false;
    return;
  }
  // From here on the change is made, and must not be sent again, whatever fails.
  const text = await answer.text().catch(() => "");
  form.removeAttribute("aria-busy");
  swap(text, answer.ok ? answer.url : location.href, form.classList.contains("acts"));
}

document.addEventListener("submit", (event) => {
  const form = event.target;
  if (!plain && form.hasAttribute("data-live") && form.method === "post") {
    event.preventDefault();
    if (!form.hasAttribute("aria-busy")) {
      send(form, event.submitter);
    }
  }
});

// Sliders say their value, and colors are taken from their fields as they change.
document.addEventListener("input", (event) => {
  const input = event.target;
  const said = input.id && document.querySelector(`output[for="${input.id}"]`);
  if (said) {
    said.textContent = input.value + (said.dataset.unit || "");
  }
});

// A picture dropped on the page's drop zone is taken as its file.
function prepare() {
  const zone = document.querySelector("[data-drop]");
  if (!zone) {
    return;
  }
  const field = zone.querySelector("input[type=file]");
  const named = zone.querySelector("[data-named]");
  const show = () => {
    named.textContent = field.files.length ? field.files[0].name : "";
  };
  field.addEventListener("change", show);
  zone.addEventListener("dragover", (event) => {
    event.preventDefault();
    zone.classList.add("over");
  });
  zone.addEventListener("dragleave", () => zone.classList.remove("over"));
  zone.addEventListener("drop", (event) => {
    event.preventDefault();
    zone.classList.remove("over");
    if (event.dataTransfer.files.length) {
      field.files = event.dataTransfer.files;
      show();
    }
  });
}

prepare();

document.addEventListener("click", (event) => {
  const to = event.target instanceof Element && event.target.closest(".map [data-to]");
  if (to) {
    location.assign(to.getAttribute("data-to"));
  }
});
