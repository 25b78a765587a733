// What is typed and chosen in a form, as pairs of a name and a value.

export function fieldsOf(form) {
  return [...new FormData(form)].filter(([name]) => name !== "key");
}

export function fill(form, fields) {
  for (const field of form.elements) {
    if (!field.name || field.name === "key") continue;
    const values = fields.filter(([name]) => name === field.name).map(([, value]) => value);
    if (field.type === "checkbox" || field.type === "radio") field.checked = values.includes(field.value);
    else field.value = values[0] ?? "";
  }
}
