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

export const GERMAN_JOURNEY: readonly JourneyStep[] = [
  write("/start", "Wählen Sie das Amt, bei dem Sie einen Termin möchten"),
  press("Tributo IMU", "Für welches Anliegen möchten Sie einen Termin?"),
  press("Informazioni IMU", "Wählen Sie den Tag"),
  press("10", "Donnerstag, 10. Dezember 2026"),
  press("10:15 - VIRTUELL", "Do., 10.12.26 - 10:15 (15 Min.) - VIRTUELL"),
  write("Anna Mair", "Ihre E-Mail-Adresse"),
  write("anna.mair@example.org", "Grund für den Termin"),
  write("Frage zum Saldo", "Zusammenfassung der Anfrage"),
  press("Ich stimme der Datenverarbeitung zu", "Wenn Sie auf Termin anfragen drücken"),
  press("Termin anfragen", "ACHTUNG! Der Termin ist noch NICHT vorgemerkt."),
];

export const FRENCH_JOURNEY: readonly JourneyStep[] = [
  write("/start", "Choisissez le bureau avec lequel vous voulez un rendez-vous"),
  press("Tributo IMU", "Pour quel sujet voulez-vous un rendez-vous"),
  press("Informazioni IMU", "Choisissez le jour"),
  press("10", "jeudi 10 décembre 2026"),
  press("10:15 - VIRTUEL", "jeu. 10/12/26 - 10:15 (15 min) - VIRTUEL"),
  write("Aline Blanc", "Votre adresse e-mail"),
  write("aline.blanc@example.org", "Motif du rendez-vous"),
  write("Question sur le solde", "Récapitulatif de la demande"),
  press("J’accepte le traitement des données", "Lorsque vous appuyez sur Demander le rendez-vous"),
  press("Demander le rendez-vous", "Le rendez-vous n’est PAS encore réservé."),
];

export const SLOVENE_JOURNEY: readonly JourneyStep[] = [
  write("/start", "Izberite urad, pri katerem želite termin"),
  press("Tributo IMU", "Za katero zadevo želite termin?"),
  press("Informazioni IMU", "Izberite dan"),
  press("10", "četrtek, 10. december 2026"),
  press("10:15 - VIRTUALNO", "čet., 10. 12. 26 - 10:15 (15 min) - VIRTUALNO"),
  write("Ana Novak", "Vaš e-poštni naslov"),
  write("ana.novak@example.org", "Razlog za termin"),
  write("Vprašanje o saldu", "Povzetek zahteve"),
  press("Soglašam z obdelavo podatkov", "Ko pritisnete gumb Zaprosi za termin"),
  press("Zaprosi za termin", "POZOR! Termin še NI rezerviran."),
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
