import inquirer from "inquirer";
import type { Context } from "./context.ts";

/** Asks the person at the terminal whether to go on; nobody is asked where there is none. Anything but a yes is a no. */
export async function confirmed(message: string, { interactive, say }: Context): Promise<boolean> {
  if (!interactive) return true;
  // Not inquirer's own "confirm": it understands a yes in English only.
  const { typed } = await inquirer.prompt([
    { type: "input", name: "typed", message: `${message} ${say("ask-yes-or-no")}` },
  ]);
  return /^(s|si|sì|y|yes)$/i.test((typed as string).trim());
}
