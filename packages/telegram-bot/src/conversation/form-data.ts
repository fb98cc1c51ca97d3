/** What the form asks for, in its order. */
export const FIELDS = ["name", "email", "reason"] as const;
export type Field = (typeof FIELDS)[number];

/** What has been written so far; consent is a press of its own. */
export type Form = Readonly<Record<Field, string | null>> & { readonly consent: boolean };
export const EMPTY_FORM: Form = { name: null, email: null, reason: null, consent: false };

/** Whether the citizen has written or accepted anything. */
export function isBegun(form: Form): boolean {
  return form.consent || FIELDS.some((field) => form[field] !== null);
}
