/* Passkeys: asks the browser for one and sends what it says with the form that the button is in. */
const form = document.querySelector("[data-passkey]");
const shared = document.getElementById("passkey-data");
const options = shared ? JSON.parse(shared.textContent) : {};

const toBytes = (text) =>
  Uint8Array.from(atob(text.replace(/-/g, "+").replace(/_/g, "/")), (one) => one.charCodeAt(0));
const toText = (buffer) =>
  btoa(String.fromCharCode(...new Uint8Array(buffer))).replace(/\+/g, "-").replace(/\//g, "_").replace(/=+$/, "");
const described = (list) => (list || []).map((one) => ({ ...one, id: toBytes(one.id) }));

async function made(key, alone) {
  const choice = { ...key.authenticatorSelection };
  if (alone) Object.assign(choice, { residentKey: "required", requireResidentKey: true, userVerification: "required" });
  const found = await navigator.credentials.create({
    publicKey: {
      ...key,
      challenge: toBytes(key.challenge),
      user: { ...key.user, id: toBytes(key.user.id) },
      excludeCredentials: described(key.excludeCredentials),
      authenticatorSelection: choice,
    },
  });
  return written(found, {
    clientDataJSON: toText(found.response.clientDataJSON),
    attestationObject: toText(found.response.attestationObject),
  });
}

async function shown(key) {
  const found = await navigator.credentials.get({
    publicKey: { ...key, challenge: toBytes(key.challenge), allowCredentials: described(key.allowCredentials) },
  });
  const answer = found.response;
  return written(found, {
    clientDataJSON: toText(answer.clientDataJSON),
    authenticatorData: toText(answer.authenticatorData),
    signature: toText(answer.signature),
    userHandle: answer.userHandle ? toText(answer.userHandle) : null,
  });
}

const written = (found, response) => ({
  type: found.type,
  id: found.id,
  rawId: toText(found.rawId),
  response,
  clientExtensionResults: found.getClientExtensionResults(),
});

async function asked() {
  if (form.dataset.passkey === "add") {
    const alone = form.elements.passwordless;
    return made(options.creation_options.publicKey, alone && alone.checked);
  }
  if (form.dataset.passkey === "show") return shown(options.request_options.publicKey);
  const answer = await fetch(form.action, { headers: { Accept: "application/json" } });
  return shown((await answer.json()).request_options.publicKey);
}

async function send(event) {
  event.preventDefault();
  const said = form.querySelector("[role=alert]");
  said.hidden = true;
  try {
    form.elements.credential.value = JSON.stringify(await asked());
    form.submit();
  } catch {
    said.textContent = "No passkey was used. Try again, or choose another way.";
    said.hidden = false;
  }
}

if (form && window.PublicKeyCredential) {
  form.hidden = false;
  form.addEventListener("submit", send);
} else if (form) {
  const said = document.createElement("p");
  said.className = "govuk-body";
  said.textContent = "This browser knows no passkeys here: they need HTTPS.";
  form.after(said);
}
