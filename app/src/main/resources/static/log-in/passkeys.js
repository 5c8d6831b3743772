// Passkeys: the browser makes a key or signs by one, and the form that stands there hands the answer in.
document.querySelectorAll("[data-passkey]").forEach((part) => {
  const make = part.dataset.passkey === "create";
  const read = window.PublicKeyCredential
    && (make ? PublicKeyCredential.parseCreationOptionsFromJSON : PublicKeyCredential.parseRequestOptionsFromJSON);
  if (!read || !navigator.credentials) {
    return;
  }
  const form = part.querySelector("form");
  const fault = part.querySelector("[data-fault]");
  part.hidden = false;
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    fault.hidden = true;
    try {
      const answer = await fetch(part.dataset.options, { method: "POST", headers: { "X-CSRF-TOKEN": form.elements._csrf.value } });
      if (!answer.ok) {
        throw new Error(answer.status);
      }
      const publicKey = read.call(PublicKeyCredential, await answer.json());
      const credential = await navigator.credentials[make ? "create" : "get"]({ publicKey });
      form.elements.credential.value = JSON.stringify(credential);
      form.submit();
    } catch {
      fault.hidden = false;
    }
  });
});
