// Days as far as they are told: 2024-12-19, 2024-12, 2024, and without a year --12-19 or --12.
const FORM = /^(\d{4}|-)(?:-(\d\d)(?:-(\d\d))?)?$/;

// The first and the last day that may be meant, as ISO days; null where no year is told.
export function bounds(form) {
  const found = FORM.exec(form);
  if (!found || found[1] === "-") return null;
  const [, year, month, day] = found;
  const last = day || String(new Date(Date.UTC(Number(year), Number(month || 12), 0)).getUTCDate()).padStart(2, "0");
  return [`${year}-${month || "01"}-${day || "01"}`, `${year}-${month || "12"}-${last}`];
}

export const hasYear = (form) => /^\d/.test(form);
export const whole = (form) => /^\d{4}-\d\d-\d\d$/.test(form);

// As it is read: a day without its year says so.
export const told = (form, say) => (form.startsWith("--") ? say("yearless", form.slice(2)) : form);

// The earliest of several forms: of those that tell most, and of those with a year if there are any.
export function earliest(forms) {
  const some = forms.filter(Boolean);
  const dated = some.some(hasYear) ? some.filter(hasYear) : some;
  const most = Math.max(0, ...dated.map((form) => form.length));
  return dated.filter((form) => form.length === most).sort()[0] || "";
}

// Under which month (or year) a form stands, "" where neither is told; and what is left of it to say.
export const month = (form) => (hasYear(form) ? form.slice(0, 7) : "");
export const rest = (form) => (hasYear(form) ? form.slice(8) && form.slice(5) : form.slice(2));
