// allauth's passkey script reports a failure to the console alone; say it on the page too.

document.addEventListener("allauth.error", (event) => {
  event.preventDefault();
  const cancelled = event.detail.exception?.name === "NotAllowedError";
  const words = cancelled
    ? "The passkey was not used: it was cancelled, or it took too long. Try again, or sign in another way."
    : "This browser could not use a passkey here. Sign in another way.";
  const trouble = document.querySelector("#trouble");
  trouble.replaceChildren(Object.assign(document.createElement("p"), { textContent: words }));
  trouble.hidden = false;
  trouble.scrollIntoView({ block: "nearest" });
});
