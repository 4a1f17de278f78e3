// Pages work without this: it only moves the focus to an error summary and stops a second click on a button.
import { initAll } from "../govuk/govuk-frontend.min.js";

document.body.classList.add("js-enabled", "govuk-frontend-supported");
initAll();
