import { html } from "hono/html";
import type { Html } from "../layout.ts";
import type { Visit } from "../visit.ts";

/** A field of a form; every one is required. */
export interface Field {
  /** Its identifier and its name in the form. */
  readonly name: string;
  readonly label: string;
  readonly hint?: string;
  readonly value: string;
  readonly problem?: string | undefined;
}

interface TextField extends Field {
  readonly type?: "text" | "email";
  /** What browsers may fill in by themselves (WCAG 2.2, 1.3.5). */
  readonly autocomplete: string;
}

export function textField(visit: Visit, field: TextField): Html {
  const { type = "text", autocomplete, value } = field;
  return wrapped(
    visit,
    field,
    html`<input type="${type}" class="form-control${field.problem && " is-invalid"}" ${common(field)} value="${value}" autocomplete="${autocomplete}"${
      type === "email" && html` inputmode="email" autocapitalize="none" spellcheck="false"`
    }>`,
  );
}

export function textArea(visit: Visit, field: Field): Html {
  return wrapped(
    visit,
    field,
    html`<textarea class="form-control${field.problem && " is-invalid"}" ${common(field)} rows="4">${field.value}</textarea>`,
  );
}

export interface Option {
  readonly value: string;
  readonly text: string;
}

export function selectField(visit: Visit, field: Field & { readonly options: readonly Option[] }): Html {
  const chosen = field.options.some(({ value }) => value === field.value);
  return wrapped(
    visit,
    field,
    html`<select class="form-select${field.problem && " is-invalid"}" ${common(field)}>
<option value=""${!chosen && html` selected`}>${visit.say("select-option")}</option>
${field.options.map(
  ({
    value,
    text,
  }) => html`<option value="${value}"${value === field.value && html` selected`}>${text}</option>
`,
)}</select>`,
  );
}

/** A box to tick, with its text beside it. */
export function checkbox(
  visit: Visit,
  field: Omit<Field, "value" | "label" | "hint"> & { readonly label: Html | string },
): Html {
  const { name, label, problem } = field;
  return html`<div class="field consent mb-4${problem && " has-error"}">
${error(visit, field)}<div class="form-check"><input type="checkbox" id="${name}" name="${name}" value="si" required${
    problem && html` aria-invalid="true" aria-describedby="${name}-errore"`
  }>
<label class="consent-label" for="${name}">${label}<span aria-hidden="true">*</span></label></div>
</div>`;
}

/** Boxes of which at least one is to be ticked. */
export function checkGroup(
  visit: Visit,
  group: Omit<Field, "value"> & {
    readonly boxes: readonly { readonly name: string; readonly label: string; readonly isTicked: boolean }[];
  },
): Html {
  const { name, label, hint, problem, boxes } = group;
  const described = describedBy(group);
  return html`<fieldset id="${name}" class="field box-group mb-4${problem && " has-error"}" tabindex="-1"${
    described && html` aria-describedby="${described}"`
  }><legend class="form-label">${label}<span aria-hidden="true">*</span></legend>
${hint && html`<p id="${name}-aiuto" class="form-text">${hint}</p>`}
${error(visit, group)}<div class="boxes">${boxes.map(
    (
      box,
    ) => html`<div class="form-check"><input type="checkbox" id="${box.name}" name="${box.name}" value="si"${
      box.isTicked && html` checked`
    }>
<label for="${box.name}">${box.label}</label></div>
`,
  )}</div></fieldset>
`;
}

function wrapped(visit: Visit, field: Field, control: Html): Html {
  const { name, label, hint, problem } = field;
  return html`<div class="field mb-4${problem && " has-error"}">
<label class="form-label" for="${name}">${label}<span aria-hidden="true">*</span></label>
${hint && html`<p id="${name}-aiuto" class="form-text">${hint}</p>`}
${error(visit, field)}${control}
</div>
`;
}

function describedBy({ name, hint, problem }: Omit<Field, "value">): string {
  return [hint && `${name}-aiuto`, problem && `${name}-errore`].filter(Boolean).join(" ");
}

function common(field: Field): Html {
  const { name, problem } = field;
  const described = describedBy(field);
  return html`id="${name}" name="${name}" required${problem && html` aria-invalid="true"`}${
    described && html` aria-describedby="${described}"`
  }`;
}

function error({ say }: Visit, { name, problem }: Pick<Field, "name" | "problem">): Html | null {
  return problem === undefined
    ? null
    : html`<p id="${name}-errore" class="field-error"><span class="visually-hidden">${say("error-prefix")} </span>${problem}</p>
`;
}
