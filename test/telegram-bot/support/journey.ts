import type { Person } from "../../support/telegram/person.ts";

/** One thing a citizen does, and what they then have before them. */
export interface JourneyStep {
  readonly does: string;
  readonly act: (person: Person) => Promise<unknown>;
  readonly sees: string;
  /** A press on a button, not a message. */
  readonly isPress: boolean;
}

function press(label: string, sees: string): JourneyStep {
  return { does: `presses "${label}"`, act: (person) => person.press(label), sees, isPress: true };
}

function write(text: string, sees: string): JourneyStep {
  return { does: `writes "${text}"`, act: (person) => person.send(text), sees, isPress: false };
}

/** The handbook's way to an appointment, on the town of test/support/town.ts on its Wednesday at nine. */
export const ITALIAN_JOURNEY: readonly JourneyStep[] = [
  write("/start", "Scegli l’ufficio con cui vuoi un appuntamento"),
  press("Tributo IMU", "Per quale argomento vuoi un appuntamento?"),
  press("Informazioni IMU", "Scegli il giorno"),
  press("10", "giovedì 10 dicembre 2026"),
  press("10:15 - VIRTUALE", "gio 10/12/26 - 10:15 (15 min.) - VIRTUALE"),
  write("Mario Rossi", "Il tuo indirizzo e-mail"),
  write("mario.rossi@example.org", "Motivo richiesta appuntamento"),
  write("Chiarimenti sul saldo", "Riepilogo della richiesta"),
  press("Accetto al trattamento dei dati", "Cliccando su Richiedi appuntamento"),
  press("Richiedi appuntamento", "ATTENZIONE! L’appuntamento NON è ancora prenotato."),
];

export const ENGLISH_JOURNEY: readonly JourneyStep[] = [
  write("/start", "Choose the office you want an appointment with"),
  press("Tributo IMU", "What do you want an appointment for?"),
  press("Informazioni IMU", "Choose the day"),
  press("10", "10 December 2026"),
  press("10:15 - VIRTUAL", "10:15 (15 min.) - VIRTUAL"),
  write("Mary Smith", "Your e-mail address"),
  write("mary.smith@example.org", "Reason for the appointment"),
  write("My balance", "Summary of your request"),
  press("I agree to the processing of my data", "When you press Request appointment"),
  press("Request appointment", "ATTENTION! The appointment is NOT booked yet."),
];

/** Walks the way up to and with the step that ends on `until`; the whole way where absent. */
export async function walk(person: Person, steps: readonly JourneyStep[], until?: string): Promise<void> {
  for (const step of steps) {
    await step.act(person);
    await person.waitFor(step.sees);
    if (until !== undefined && step.sees.includes(until)) return;
  }
  if (until !== undefined) throw new Error(`no step ends on "${until}"`);
}
